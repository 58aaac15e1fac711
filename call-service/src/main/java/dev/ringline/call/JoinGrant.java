package dev.ringline.call;

import dev.ringline.call.rules.Meeting.Seat;
import java.time.Instant;
import java.util.Optional;

/** What a device needs to join. */
public record JoinGrant(String meetingId, Token token, Instant expiresAt) {

    /** A credential in clear. It prints nothing of itself. */
    public static final class Token {

        private final String value;

        public Token(String value) {
            this.value = value;
        }

        /** The token, for the response to the device that holds the seat, and for nothing else. */
        public String reveal() {
            return value;
        }

        @Override
        public String toString() {
            return "Token[redacted]";
        }
    }

    /** Opens what the provisioner sealed. */
    @FunctionalInterface
    public interface TokenOpener {

        /**
         * The clear token of {@code seat}, whose seal is bound to the meeting and the user; empty if none of our keys opens
         * it.
         */
        Optional<Token> open(String meetingId, Seat seat);
    }
}
