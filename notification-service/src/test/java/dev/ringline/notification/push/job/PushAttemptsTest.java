package dev.ringline.notification.push.job;

import static dev.ringline.notification.push.PushKind.MISSED;
import static dev.ringline.notification.push.PushKind.RING;
import static dev.ringline.notification.push.PushKind.STOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ringline.notification.Story;
import dev.ringline.notification.push.PushResult;
import dev.ringline.notification.push.PushTarget;
import dev.ringline.notification.rules.device.Device;
import dev.ringline.notification.rules.device.Environment;
import dev.ringline.notification.rules.device.Pruned;
import dev.ringline.notification.rules.device.Registrations;
import dev.ringline.notification.rules.push.Report;
import dev.ringline.notification.rules.push.Report.Outcome;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of attempts, in which order they are made, and what they teach. */
class PushAttemptsTest {

    private static final Device PHONE = Registrations.android("phone", "token-1");
    private static final Device TABLET = Registrations.android("tablet", "token-2");
    private static final Device APPLE = Registrations.apple("apple", "voip", "alert");
    private static final Duration A_DAY = Duration.ofDays(1);

    private final PhoneWorld world = new PhoneWorld();
    private final Story story = Story.begin();

    @Test
    void triesAgainUntilTheDeadlineAndNeverAfter() {
        // Given
        world.with(PHONE);
        for (int n = 0; n < 100; n++) {
            world.answer(new PushResult.Failed("503", null));
        }
        world.tell(story.initiated());
        // When
        for (int second = 0; second < 60; second++) {
            world.pass(Duration.ofSeconds(1));
        }
        // Then
        assertThat(world.kinds()).hasSizeBetween(5, 20).containsOnly(RING);
        assertThat(world.jobs.reports()).hasSameSizeAs(world.sent);
        assertThat(world.jobs.reports().stream().map(Report::attempt))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void triesNoRingAgainOnceTheCallIsOver() {
        // Given
        world.with(PHONE);
        var answer = world.answerLater();
        world.tell(story.initiated());
        world.tell(story.cancelled());
        // When
        answer.complete(new PushResult.Failed("503", null));
        world.pass(A_DAY);
        // Then
        assertThat(world.kinds()).startsWith(RING).filteredOn(RING::equals).hasSize(1);
    }

    @Test
    void letsAStopWaitForTheAttemptToRing() {
        // Given
        world.with(PHONE);
        var answer = world.answerLater();
        world.tell(story.initiated());
        world.tell(story.cancelled());
        assertThat(world.kinds()).containsExactly(RING);
        // When
        answer.complete(new PushResult.Accepted("id"));
        world.work();
        // Then
        assertThat(world.kinds()).containsExactly(RING, STOP);
    }

    @Test
    void letsAStopWaitThreeSecondsAtMost() {
        // Given
        world.with(PHONE);
        var _ = world.answerLater();
        world.tell(story.initiated());
        world.tell(story.cancelled());
        world.pass(Duration.ofMillis(1_999));
        assertThat(world.kinds()).containsExactly(RING);
        // When
        world.pass(Duration.ofMillis(1));
        // Then
        assertThat(world.kinds()).containsExactly(RING, STOP);
    }

    @Test
    void letsNoDeviceWaitForAnother() {
        // Given
        world.with(PHONE, TABLET);
        var _ = world.answerLater();
        // When
        world.tell(story.initiated());
        // Then
        assertThat(world.kinds()).containsExactly(RING, RING);
    }

    @Test
    void ringsNoDeviceTwiceWhoseAttemptWasAbandoned() {
        // Given
        world.with(PHONE);
        var _ = world.answerLater();
        world.tell(story.initiated());
        // When
        world.pass(Job.ABANDONED);
        world.pass(A_DAY);
        // Then
        assertThat(world.kinds()).containsExactly(RING);
        assertThat(world.jobs.reports())
                .extracting(Report::attempt, Report::outcome, Report::detail)
                .containsExactly(tuple(1L, Outcome.FAILED, "nobody heard of its outcome"));
    }

    @Test
    void stopsADeviceAgainWhoseStopWasAbandoned() {
        // Given
        world.with(PHONE);
        world.tell(story.initiated());
        var _ = world.answerLater();
        world.tell(story.cancelled());
        // When
        world.pass(Job.ABANDONED);
        // Then
        assertThat(world.kinds()).containsExactly(RING, STOP, STOP);
    }

    @Test
    void forgetsATokenThatLeadsNowhereAndSaysWhy() {
        // Given
        world.with(PHONE);
        world.answer(new PushResult.Gone("UNREGISTERED"));
        // When
        world.tell(story.initiated());
        // Then
        Device phone = world.devices.of("bob").find("phone").orElseThrow();
        assertThat(phone.isReachable()).isFalse();
        assertThat(phone.pruned()).isEqualTo(new Pruned("UNREGISTERED", Story.DIALLED));
        assertThat(world.jobs.reports())
                .extracting(Report::outcome, Report::detail)
                .containsExactly(tuple(Outcome.FAILED, "UNREGISTERED"));
    }

    @Test
    void sendsNothingMoreToATokenThatLeadsNowhere() {
        // Given
        world.with(PHONE);
        world.answer(new PushResult.Gone("UNREGISTERED"));
        world.tell(story.initiated());
        // When
        world.tell(story.cancelled());
        world.pass(A_DAY);
        // Then
        assertThat(world.kinds()).containsExactly(RING);
    }

    @Test
    void tellsByOneTokenOfACallThatTheOtherCouldNotRingFor() {
        // Given
        world.with(APPLE);
        world.answer(new PushResult.Gone("Unregistered"));
        world.tell(story.initiated());
        // When
        world.tell(story.cancelled());
        // Then
        assertThat(world.kinds()).containsExactly(RING, MISSED);
    }

    @Test
    void readsTheRegistrationsOnceHoweverManyDevicesRing() {
        // Given
        IntStream.range(0, 20)
                .mapToObj(n -> Registrations.android("d" + n, "t" + n))
                .forEach(world::with);
        int before = world.registrations.reads();
        // When
        world.tell(story.initiated());
        // Then
        assertThat(world.kinds()).hasSize(20).containsOnly(RING);
        assertThat(world.registrations.reads() - before).isEqualTo(1);
        assertThat(world.jobs.finds()).isZero();
    }

    @Test
    void looksAgainWhoseTheDeviceIsIfItTookTimeToBegin() {
        // Given
        world.with(PHONE);
        world.hear(story.initiated());
        world.clock.advance(Duration.ofSeconds(2));
        world.devices.deregister("bob", "phone");
        // When
        world.jobs.workOnWhatWasHanded();
        // Then
        assertThat(world.sent).isEmpty();
    }

    @Test
    void triesApplesOtherEnvironmentOnce() {
        // Given
        world.with(APPLE);
        world.answer(new PushResult.OtherHost());
        world.answer(new PushResult.OtherHost());
        // When
        world.tell(story.initiated());
        // Then
        assertThat(world.sent)
                .extracting(sent -> ((PushTarget.ApnsVoip) sent.target()).environment())
                .containsExactly(PushTarget.Environment.SANDBOX, PushTarget.Environment.PRODUCTION);
        assertThat(world.devices
                        .of("bob")
                        .find("apple")
                        .orElseThrow()
                        .credentials()
                        .voipToken())
                .isNull();
    }

    @Test
    void remembersInWhichOfApplesEnvironmentsItFoundADevice() {
        // Given
        world.with(APPLE);
        world.answer(new PushResult.OtherHost());
        // When
        world.tell(story.initiated());
        // Then
        assertThat(world.devices.of("bob").find("apple").orElseThrow().environment())
                .isEqualTo(Environment.PRODUCTION);
        assertThat(world.sent).hasSize(2);
        world.tell(Story.beginAt(Story.DIALLED.plusSeconds(60)).initiated());
        assertThat(((PushTarget.ApnsVoip) world.sent.getLast().target()).environment())
                .isEqualTo(PushTarget.Environment.PRODUCTION);
        assertThat(world.sent).hasSize(3);
    }

    @Test
    void keepsNoTokenOnceNothingIsLeftToSend() {
        // Given
        world.with(PHONE);
        world.tell(story.initiated());
        // When
        world.tell(story.cancelled());
        // Then
        assertThat(world.jobs.all()).singleElement().satisfies(job -> {
            assertThat(job.requireDevice().credentials().areGone()).isTrue();
            assertThat(job.due()).isNull();
        });
    }

    @Test
    void countsTheReportsOfEachKind() {
        // Given
        world.with(PHONE);
        world.answer(new PushResult.Failed("503", null));
        world.tell(story.initiated());
        world.pass(Duration.ofSeconds(1));
        // When
        world.tell(story.cancelled());
        // Then
        assertThat(world.jobs.reports())
                .extracting(report -> report.kind() + report.sequence())
                .containsExactly("ring1", "ring2", "stop1");
    }
}
