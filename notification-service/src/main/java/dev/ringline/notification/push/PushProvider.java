package dev.ringline.notification.push;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Speaks to one kind of push server. Thread-safe. */
public interface PushProvider {

    /** Makes a notice ready to be sent; sends nothing and never waits. */
    Attempt attempt(PushTarget target, PushNotice notice);

    /** What can be done with a notice. */
    sealed interface Attempt {

        /** Nothing is to be sent: the result is known. */
        record Settled(PushResult result) implements Attempt {}

        /**
         * A request that can be sent.
         *
         * @param host the server, {@code host} or {@code host:port}
         */
        record Ready(String host, Supplier<CompletableFuture<PushResult>> request) implements Attempt {}

        static Attempt refused(String reason) {
            return new Settled(new PushResult.Refused(reason));
        }
    }
}
