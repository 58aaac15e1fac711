package dev.ringline.call.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ringline.contracts.Media;
import dev.ringline.contracts.MeetingEvent.MeetingProvisioned;
import dev.ringline.contracts.MeetingEvent.ProvisionedParticipant;
import dev.ringline.testkit.TestSealing;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Meetings as the provisioner tells them, with tokens that are really sealed. */
final class Meetings {

    private Meetings() {}

    static MeetingProvisioned provisioned(String callId, CallClient one, CallClient other) {
        String meeting = "meeting-of-" + callId;
        return new MeetingProvisioned(
                callId, 1, meeting, Media.VIDEO, List.of(seat(meeting, one.user()), seat(meeting, other.user())));
    }

    /** Sealed with a key that nobody has. */
    static MeetingProvisioned unreadable(String callId, CallClient one, CallClient other) {
        MeetingProvisioned meeting = provisioned(callId, one, other);
        return new MeetingProvisioned(
                callId,
                1,
                meeting.meetingId(),
                Media.VIDEO,
                meeting.participants().stream().map(Meetings::unreadable).toList());
    }

    private static ProvisionedParticipant unreadable(ProvisionedParticipant seat) {
        return new ProvisionedParticipant(
                seat.userId(), seat.participantId(), "bm8gc2VhbA", "another", seat.expiresAt());
    }

    private static ProvisionedParticipant seat(String meeting, String user) {
        try {
            byte[] sealed = TestSealing.seal()
                    .encrypt(("token-of-" + user).getBytes(UTF_8), (meeting + "\n" + user).getBytes(UTF_8));
            return new ProvisionedParticipant(
                    user,
                    "participant-" + user,
                    Base64.getUrlEncoder().withoutPadding().encodeToString(sealed),
                    "1",
                    Instant.now().plus(Duration.ofDays(1)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
