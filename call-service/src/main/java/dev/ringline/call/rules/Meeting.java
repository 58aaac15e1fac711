package dev.ringline.call.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The meeting of a call at the media provider, with the sealed tokens of both seats. */
public record Meeting(String meetingId, List<Seat> seats) {

    public Meeting {
        seats = List.copyOf(seats);
    }

    Optional<Seat> seatOf(String userId) {
        return seats.stream().filter(seat -> seat.userId().equals(userId)).findFirst();
    }

    /** One user's seat; the token can be read only by whoever holds the key it was sealed with. */
    public record Seat(String userId, String participantId, String sealedToken, String sealedWith, Instant expiresAt) {}
}
