package dev.ringline.meeting;

import static dev.ringline.meeting.Fixtures.CALL;
import static dev.ringline.meeting.Fixtures.DIALLED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringline.meeting.Announcement.FailureReason;
import dev.ringline.meeting.Announcement.MeetingReady;
import dev.ringline.meeting.Announcement.MeetingRefused;
import dev.ringline.meeting.Patience.Deadlines;
import dev.ringline.meeting.Progress.Over;
import dev.ringline.meeting.Progress.Seat;
import dev.ringline.meeting.RingingCall.MeetingMedia;
import dev.ringline.meeting.TokenSealer.SealedToken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvisionerTest {

    private final AtomicReference<Instant> time = new AtomicReference<>(DIALLED);
    private final InstantSource clock = time::get;
    private final RememberedProvisionings provisionings = new RememberedProvisionings();
    private final ScriptedProvider provider = new ScriptedProvider();
    private final Provisioner provisioner =
            new Provisioner(provisionings, provider, ProvisionerTest::seal, Fixtures.PATIENCE, clock);

    @BeforeEach
    void dial() {
        provisionings.insert(Fixtures.requested());
    }

    @Test
    void makesOneMeetingWithBothSides() {
        // When
        work();

        // Then
        assertThat(provider.requests())
                .containsExactly("create call-1", "add alice to meeting-1", "add bob to meeting-1");
        assertThat(provisionings.announcements()).singleElement().isInstanceOf(MeetingReady.class);
    }

    @Test
    void storesTokensSealedToMeetingAndUser() {
        // When
        work();

        // Then
        MeetingReady ready = (MeetingReady) provisionings.announcements().getFirst();
        assertThat(ready.seats())
                .extracting(Seat::token)
                .containsExactly(
                        seal("clear-token-of-alice".getBytes(UTF_8), "meeting-1", "alice"),
                        seal("clear-token-of-bob".getBytes(UTF_8), "meeting-1", "bob"));
    }

    @Test
    void goesOnWithTheSeatThatFailed() {
        // Given
        provisionings.store(Fixtures.requested().meetingCreated("meeting-9", DIALLED));
        provider.fails(Fixtures.unavailable());
        work();

        // When
        work();

        // Then
        assertThat(provider.requests())
                .containsExactly("add alice to meeting-9", "add alice to meeting-9", "add bob to meeting-9");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void makesNothingTwiceWhenItCrashesBetweenSteps(int writes) {
        // Given
        provisionings.crashAfter(writes);
        assertThatThrownBy(this::work).hasMessage("crash");

        // When
        work();

        // Then
        assertThat(provider.requests())
                .containsExactly("create call-1", "add alice to meeting-1", "add bob to meeting-1");
        assertThat(provisionings.announcements()).singleElement().isInstanceOf(MeetingReady.class);
    }

    @Test
    void comesBackAfterAFailureWhenItIsDue() {
        // Given
        provider.fails(new ProviderFailure.RateLimited(Duration.ofSeconds(2), "HTTP 429"));

        // When
        work();

        // Then
        assertThat(provisionings.armed())
                .singleElement()
                .extracting(armed -> armed.schedule().due())
                .isEqualTo(DIALLED.plusSeconds(2));
    }

    @Test
    void givesUpWhenTimeIsUp() {
        // Given
        provider.fails(Fixtures.unavailable());
        work();
        time.set(DIALLED.plusSeconds(15));

        // When
        work();

        // Then
        assertThat(provisionings.announcements())
                .containsExactly(new MeetingRefused("call-1", 1, FailureReason.UNAVAILABLE));
        assertThat(provider.requests()).containsExactly("create call-1");
    }

    @Test
    void stillMakesTheMeetingWhenItWasAwayForMostOfTheRing() {
        // Given
        provisionings.insert(requestedForLong("call-2"));
        time.set(DIALLED.plusSeconds(40));

        // When
        provisioner.work(provisionings.find("call-2").orElseThrow());

        // Then
        assertThat(provisionings.announcements()).singleElement().isInstanceOf(MeetingReady.class);
    }

    @Test
    void givesUpAtOnceAndClosesWhatExistsWhenRefusedForGood() {
        // Given
        provisionings.store(Fixtures.requested().meetingCreated("meeting-1", DIALLED));
        provider.fails(new ProviderFailure.BadRequest("HTTP 400: unknown preset"));

        // When
        work();

        // Then
        assertThat(provisionings.announcements())
                .containsExactly(new MeetingRefused("call-1", 1, FailureReason.BAD_REQUEST));
        assertThat(provider.requests()).containsExactly("add alice to meeting-1", "close meeting-1");
    }

    @Test
    void closesAMeetingThatIsMadeWhileTheCallEnds() {
        // Given
        provider.meanwhile(this::hangUp);

        // When
        work();

        // Then
        assertThat(provider.requests()).containsExactly("create call-1", "close meeting-1");
        assertThat(provisionings.announcements()).isEmpty();
    }

    @Test
    void announcesNothingWhenTheCallEndsWhileASeatIsMade() {
        // Given
        provisionings.store(Fixtures.requested().meetingCreated("meeting-1", DIALLED));
        provider.meanwhile(this::hangUp);

        // When
        work();

        // Then
        assertThat(provisionings.announcements()).isEmpty();
        assertThat(current().toClose()).containsExactly("meeting-1");
    }

    @Test
    void triesToCloseAgainLater() {
        // Given
        work();
        hangUp();
        provider.fails(Fixtures.unavailable());

        // When
        work();

        // Then
        assertThat(current().progress()).isInstanceOf(Over.class);
        assertThat(current().schedule().due()).isEqualTo(DIALLED.plusMillis(500));
        assertThat(provisionings.armed()).containsExactly(current());
    }

    @Test
    void leavesTheWorkDueWhenItBreaks() {
        // Given
        provider.meanwhile(() -> {
            throw new IllegalStateException("crash");
        });

        // When
        assertThatThrownBy(this::work).hasMessage("crash");

        // Then
        assertThat(current()).isEqualTo(Fixtures.requested());
    }

    /** As on a laptop: 45 seconds of a ring of 60. */
    private static Provisioning requestedForLong(String callId) {
        RingingCall call =
                new RingingCall(callId, "alice", "bob", MeetingMedia.VIDEO, DIALLED, DIALLED.plusSeconds(60));
        Deadlines deadlines = new Deadlines(Duration.ofSeconds(45), Duration.ofSeconds(3), Duration.ofSeconds(4));
        return Provisioning.requested(call, 1, deadlines, DIALLED).orElseThrow();
    }

    private void work() {
        provisioner.work(current());
    }

    private void hangUp() {
        provisionings.change("call-1", known -> known.ended(4, clock.instant()));
    }

    private Provisioning current() {
        return provisionings.find(CALL.callId()).orElseThrow();
    }

    private static SealedToken seal(byte[] token, String meetingId, String userId) {
        return new SealedToken(meetingId + "/" + userId + "/" + HexFormat.of().formatHex(token), "7");
    }
}
