package dev.ringline.notification.push;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the provider made of a push. Reasons are short, for people, and hold no token. */
public sealed interface PushResult {

    /** Its name in metrics, logs and events. */
    String outcome();

    /**
     * The provider took it.
     *
     * @param providerId what the provider calls it
     */
    record Accepted(@Nullable String providerId) implements PushResult {

        @Override
        public String outcome() {
            return "accepted";
        }
    }

    /** The token is not valid any more and is to be forgotten. */
    record Gone(String reason) implements PushResult {

        @Override
        public String outcome() {
            return "gone";
        }
    }

    /** Apple does not know the token on this host: the other environment is worth one attempt. */
    record OtherHost() implements PushResult {

        @Override
        public String outcome() {
            return "other_host";
        }
    }

    /** It will be refused however often it is sent. */
    record Refused(String reason) implements PushResult {

        @Override
        public String outcome() {
            return "refused";
        }
    }

    /**
     * It may go through later; the provider may have taken it.
     *
     * @param retryAfter the least time to wait, if the provider said so
     */
    record Failed(String reason, @Nullable Duration retryAfter) implements PushResult {

        @Override
        public String outcome() {
            return "failed";
        }
    }
}
