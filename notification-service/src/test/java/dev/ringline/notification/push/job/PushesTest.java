package dev.ringline.notification.push.job;

import static dev.ringline.notification.push.PushKind.MISSED;
import static dev.ringline.notification.push.PushKind.RING;
import static dev.ringline.notification.push.PushKind.STOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ringline.notification.CallNews;
import dev.ringline.notification.Story;
import dev.ringline.notification.push.PushResult;
import dev.ringline.notification.push.PushTarget;
import dev.ringline.notification.rules.device.Device;
import dev.ringline.notification.rules.device.Pruned;
import dev.ringline.notification.rules.device.Registrations;
import dev.ringline.notification.rules.push.Report;
import dev.ringline.notification.rules.push.Report.Outcome;
import dev.ringline.notification.rules.user.Preferences;
import dev.ringline.notification.rules.user.Preferences.Calls;
import dev.ringline.notification.rules.user.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PushesTest {

    private static final Device PHONE = Registrations.android("phone", "token-1");
    private static final Device TABLET = Registrations.android("tablet", "token-2");
    private static final Device APPLE = Registrations.apple("apple", "voip", "alert");
    private static final Duration A_DAY = Duration.ofDays(1);

    private final PhoneWorld world = new PhoneWorld();
    private final Story story = Story.begin();

    @Test
    void ringsEveryDeviceAtOnceAndSaysWhoCalls() {
        // Given
        world.with(PHONE, TABLET, APPLE);
        world.users.name("alice", new Profile("Alice Example", null));
        // When
        world.tell(story.initiated());
        // Then
        assertThat(world.kinds()).containsExactly(RING, RING, RING);
        assertThat(world.sent)
                .allSatisfy(sent -> assertThat(sent.notice().displayName()).isEqualTo("Alice Example"));
        assertThat(world.sent)
                .extracting(sent -> sent.target().channel())
                .containsExactlyInAnyOrder("fcm", "fcm", "apns-voip");
    }

    @Test
    void ringsAndStopsOnceHoweverOftenItIsTold() {
        // Given
        world.with(PHONE, TABLET);
        List<CallNews> told = List.of(story.initiated(), story.alerting(), story.answered("tablet"), story.hungUp());
        told.forEach(world::tell);
        // When
        told.forEach(world::hearLate);
        world.work();
        // Then
        assertThat(world.kinds()).containsExactly(RING, RING, STOP);
        assertThat(world.sent.getLast().notice().reason()).isEqualTo("answered_elsewhere");
    }

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
    void givesAConnectedDeviceTimeToRingByItsStream() {
        // Given
        world.with(PHONE);
        world.connected.add("phone");
        world.tell(story.initiated());
        assertThat(world.sent).isEmpty();
        // When
        world.pass(Duration.ofSeconds(2));
        // Then
        assertThat(world.kinds()).containsExactly(RING);
    }

    @Test
    void doesNotPushToADeviceThatRingsByItsStream() {
        // Given
        world.with(PHONE);
        world.connected.add("phone");
        world.tell(story.initiated());
        // When
        world.tell(new CallNews(CallNews.Kind.ALERTING, story.alerting().call(), "phone"));
        world.pass(A_DAY);
        // Then
        assertThat(world.sent).isEmpty();
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
    void stopsADeviceThatWasDeregisteredMeanwhile() {
        // Given
        world.with(PHONE);
        world.tell(story.initiated());
        world.devices.deregister("bob", "phone");
        // When
        world.tell(story.cancelled());
        // Then
        assertThat(world.kinds()).containsExactly(RING, STOP);
    }

    @Test
    void ringsNoDeviceThatWasDeregisteredJustNow() {
        // Given
        world.with(PHONE);
        world.hear(story.initiated());
        // When
        world.devices.deregister("bob", "phone");
        world.work();
        // Then
        assertThat(world.sent).isEmpty();
    }

    @Test
    void ringsNoPhoneForItsFormerUser() {
        // Given
        world.with(PHONE);
        world.hear(story.initiated());
        // When
        world.devices.register("carol", PHONE);
        world.work();
        // Then
        assertThat(world.sent).isEmpty();
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
    void reportsThatThereWasNoDevice() {
        // Given
        world.tell(story.initiated());
        assertThat(world.jobs.reports()).isEmpty();
        // When
        world.pass(Duration.ofSeconds(4));
        // Then
        assertThat(world.jobs.reports()).singleElement().satisfies(report -> {
            assertThat(report.outcome()).isEqualTo(Outcome.NO_DEVICE);
            assertThat(report.deviceId()).isNull();
        });
    }

    @Test
    void reportsNothingWhereAStreamReachesTheUser() {
        // Given
        world.connected.add("browser");
        // When
        world.tell(story.initiated());
        // Then
        assertThat(world.jobs.reports()).isEmpty();
    }

    @Test
    void reportsNothingWhereAStreamIsKnownOnlyNow() {
        // Given
        world.tell(story.initiated());
        world.connected.add("browser");
        // When
        world.pass(A_DAY);
        // Then
        assertThat(world.jobs.reports()).isEmpty();
    }

    @Test
    void reportsWhatWasWithheldAndShowsItAsMissed() {
        // Given
        world.with(PHONE);
        world.users.prefer("bob", new Preferences(Calls.NOTIFY, null, Set.of(), null, null));
        world.tell(story.initiated());
        assertThat(world.jobs.reports()).extracting(Report::outcome).containsExactly(Outcome.WITHHELD);
        // When
        world.tell(story.unanswered());
        // Then
        assertThat(world.kinds()).containsExactly(MISSED);
    }

    @Test
    void tellsNothingOfASilentCall() {
        // Given
        world.with(PHONE);
        Story silent = Story.beginSilent();
        // When
        world.tell(silent.initiated());
        world.tell(silent.unanswered());
        // Then
        assertThat(world.sent).isEmpty();
        assertThat(world.jobs.all()).isEmpty();
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
