package dev.ringline.notification.push.outbound;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a request. */
public sealed interface Reply {

    /**
     * An answer.
     *
     * @param body its beginning
     */
    record Answer(int status, @Nullable Duration retryAfter, byte[] body) implements Reply {

        public boolean isSuccess() {
            return status / 100 == 2;
        }

        /** The server has too much to do or is broken: later may be better. */
        public boolean isTemporary() {
            return status == 408 || status == 425 || status == 429 || status / 100 == 5;
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** No whole answer came in time; whether the server took the request is not known. */
    record NoAnswer(String reason) implements Reply {}

    /** The host is at an address that nothing may be sent to; nothing was sent. */
    record ForbiddenAddress(String host) implements Reply {}
}
