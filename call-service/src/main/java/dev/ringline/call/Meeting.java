package dev.ringline.call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The meeting of a call at the media provider, with the sealed tokens of both seats.
 *
 * @param sequence the provisioner's sequence of the event that told it
 */
public record Meeting(long sequence, String meetingId, List<Seat> seats) {

    public Meeting {
        seats = List.copyOf(seats);
    }

    Optional<Seat> seatOf(String userId) {
        return seats.stream().filter(seat -> seat.userId().equals(userId)).findFirst();
    }

    /** One user's seat; the token can be read only by whoever holds the key it was sealed with. */
    public record Seat(String userId, String participantId, String sealedToken, String sealedWith, Instant expiresAt) {}

    /** What a device needs to join. */
    public record JoinGrant(String meetingId, JoinToken token, Instant expiresAt) {}

    /** A credential in clear. It prints nothing of itself. */
    public static final class JoinToken {

        private final String value;

        public JoinToken(String value) {
            this.value = value;
        }

        /** The token, for the response to the device that holds the seat, and for nothing else. */
        public String reveal() {
            return value;
        }

        @Override
        public String toString() {
            return "JoinToken[redacted]";
        }
    }

    /** Opens what the provisioner sealed. */
    @FunctionalInterface
    public interface TokenOpener {

        /**
         * The clear token of {@code seat}, whose seal is bound to the meeting and the user; empty if none of our keys opens
         * it.
         */
        Optional<JoinToken> open(String meetingId, Seat seat);
    }
}
