package dev.ringline.meeting;

import dev.ringline.meeting.Announcement.FailureReason;
import dev.ringline.meeting.Patience.Backoff;
import dev.ringline.meeting.Patience.Deadlines;
import dev.ringline.meeting.Progress.Seat;
import dev.ringline.meeting.RingingCall.MeetingMedia;
import dev.ringline.meeting.TokenSealer.SealedToken;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Provisionings of one call, brought to their state by real transitions. */
final class Fixtures {

    static final Instant DIALLED = Instant.parse("2026-03-01T10:00:00Z");
    static final RingingCall CALL =
            new RingingCall("call-1", "alice", "bob", MeetingMedia.VIDEO, DIALLED, DIALLED.plusSeconds(30));
    static final Instant EXPIRY = DIALLED.plus(Duration.ofDays(100));
    static final Deadlines DEADLINES =
            new Deadlines(Duration.ofSeconds(15), Duration.ofSeconds(3), Duration.ofSeconds(4));
    static final Patience PATIENCE = new Patience(DEADLINES, backoff(500, 4_000), backoff(1_000, 300_000));

    private Fixtures() {}

    static Provisioning requested() {
        return Provisioning.requested(CALL, 1, DEADLINES, DIALLED).orElseThrow();
    }

    static Provisioning gathering() {
        return requested().meetingCreated("meeting-1", DIALLED).next();
    }

    static Provisioning halfSeated() {
        return gathering()
                .participantAdded("meeting-1", seat("alice"), DIALLED)
                .orElseThrow()
                .next();
    }

    static Provisioning provisioned() {
        return halfSeated()
                .participantAdded("meeting-1", seat("bob"), DIALLED)
                .orElseThrow()
                .next();
    }

    static Provisioning givenUp() {
        return requested()
                .givenUp(FailureReason.UNAVAILABLE, DIALLED)
                .orElseThrow()
                .next();
    }

    static Provisioning over() {
        return Provisioning.over(CALL, 4);
    }

    static Seat seat(String userId) {
        return new Seat(userId, "participant-of-" + userId, new SealedToken("sealed-" + userId, "7"), EXPIRY);
    }

    static ProviderFailure unavailable() {
        return new ProviderFailure.Unavailable(null, "HTTP 502");
    }

    static ProviderFailure refused() {
        return new ProviderFailure.AuthFailed("HTTP 401");
    }

    /** Without chance: the random half is always none. */
    private static Backoff backoff(long first, long most) {
        RandomGenerator none = () -> 0;
        return new Backoff(Duration.ofMillis(first), Duration.ofMillis(most), none);
    }
}
