package dev.ringline.meeting;

import static java.util.Objects.requireNonNull;

import dev.ringline.meeting.Announcement.FailureReason;
import dev.ringline.meeting.TokenSealer.SealedToken;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far a call's provisioning has come.
 *
 * <pre>
 * Requested ──► Gathering ──► Provisioned
 *     │             │              │
 *     ├─────────────┴──► GivenUp   │
 *     └─────────────┴───────┴──────┴──► Over
 * </pre>
 *
 * Each state owns the moves it allows; nothing leaves {@link Over}.
 */
public sealed interface Progress {

    /** Nothing exists at the provider, as far as we know. */
    record Requested() implements Progress {

        Gathering created(String meetingId) {
            return new Gathering(meetingId, List.of());
        }
    }

    /** The meeting exists; a seat is missing. */
    record Gathering(String meetingId, List<Seat> seats) implements Progress {

        public Gathering {
            seats = List.copyOf(seats);
        }

        boolean lacks(String userId) {
            return seats.stream().noneMatch(seat -> seat.userId().equals(userId));
        }

        Gathering with(Seat seat) {
            return new Gathering(
                    meetingId, Stream.concat(seats.stream(), Stream.of(seat)).toList());
        }

        Provisioned complete() {
            return new Provisioned(meetingId, seats);
        }
    }

    /** Both sides have a seat, and this was announced. */
    record Provisioned(String meetingId, List<Seat> seats) implements Progress {

        public Provisioned {
            seats = List.copyOf(seats);
        }
    }

    /** There will be no meeting, and this was announced. */
    record GivenUp(FailureReason reason) implements Progress {}

    /** The call ended, at {@code since} or a moment before. */
    record Over(Instant since) implements Progress {}

    /**
     * One user's place in a meeting.
     *
     * @param expiresAt when the sealed token expires by its own claim
     */
    record Seat(String userId, String participantId, SealedToken token, Instant expiresAt) {

        public Seat {
            requireNonNull(userId, "userId");
            requireNonNull(participantId, "participantId");
            requireNonNull(token, "token");
            requireNonNull(expiresAt, "expiresAt");
        }
    }
}
