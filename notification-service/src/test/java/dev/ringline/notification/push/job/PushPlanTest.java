package dev.ringline.notification.push.job;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.notification.CallNews;
import dev.ringline.notification.Story;
import dev.ringline.notification.push.PushKind;
import dev.ringline.notification.push.job.Job.CallFacts;
import dev.ringline.notification.push.job.Job.PushDetails;
import dev.ringline.notification.rules.device.Device;
import dev.ringline.notification.rules.device.Registrations;
import dev.ringline.notification.rules.user.Alert;
import dev.ringline.notification.rules.user.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of the table of what is sent when, for the callee's devices. */
class PushPlanTest {

    private static final Instant NOW = Story.DIALLED.plusSeconds(2);
    private static final Device ANDROID = Registrations.android("android", "fcm");
    private static final Device APPLE = Registrations.apple("apple", "voip", "alert");
    private static final Device BROWSER = Registrations.browser("browser", "https://push.example/1");

    private final Story story = Story.begin();

    @Test
    void ringsWhenACallComesIn() {
        // When
        Task ring = task(plan(ANDROID, Alert.RING, story.initiated()), PushKind.RING);
        // Then
        assertThat(ring).isEqualTo(Task.waiting(PushKind.RING, NOW, Story.DIALLED.plus(Story.RING_TIME), 1, null));
    }

    @Test
    void letsAConnectedDeviceRingByItselfFirst() {
        // When
        Job job = PushPlan.after(job(ANDROID, Alert.RING), story.initiated(), true, NOW);
        // Then
        assertThat(task(job, PushKind.RING).due()).isEqualTo(NOW.plusSeconds(2));
    }

    @Test
    void tellsNothingToWhoDoesNotWishIt() {
        assertThat(plan(ANDROID, Alert.NONE, story.initiated()).tasks()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("devices")
    void showsTheCallToWhoWishesToBeNotifiedOnly(Device device) {
        // When
        Job job = plan(device, Alert.NOTIFY, story.initiated());
        // Then
        assertThat(job.tasks())
                .containsExactly(Task.waiting(PushKind.CALL, NOW, Story.DIALLED.plus(Story.RING_TIME), 1, null));
    }

    @Test
    void showsNoCallOnAnAppleDeviceThatCanOnlyRing() {
        // Given
        Device voipOnly = Registrations.apple("apple", "voip", null);
        // When
        Job job = plan(voipOnly, Alert.NOTIFY, story.initiated());
        // Then
        assertThat(job.tasks()).isEmpty();
    }

    @Test
    void takesBackACallThatWasShown() {
        // Given
        Job shown = shown(ANDROID);
        // When
        Job answered = PushPlan.after(shown, story.answered("tablet"), false, NOW);
        // Then
        assertThat(task(answered, PushKind.STOP).reason()).isEqualTo("answered_elsewhere");
    }

    @Test
    void showsACallAsMissedInThePlaceOfTheCallThatWasShownOnApplesDevices() {
        // When
        Job missed = PushPlan.after(shown(APPLE), story.unanswered(), false, NOW);
        // Then
        assertThat(task(missed, PushKind.MISSED).reason()).isEqualTo("no_answer");
    }

    static Stream<Device> devices() {
        return Stream.of(ANDROID, APPLE, BROWSER);
    }

    @Test
    void ringsNobodyAfterTheDeadline() {
        // Given
        CallNews initiated = story.initiated();
        // When
        Job job = PushPlan.after(job(ANDROID, Alert.RING), initiated, false, Story.DIALLED.plus(Story.RING_TIME));
        // Then
        assertThat(job.tasks()).isEmpty();
    }

    @Test
    void doesNotRingADeviceThatRingsAlready() {
        // Given
        CallNews initiated = story.initiated();
        CallNews alerting =
                new CallNews(CallNews.Kind.ALERTING, story.alerting().call(), "android");
        // When
        Job job = plan(ANDROID, Alert.RING, initiated, alerting);
        // Then
        assertThat(task(job, PushKind.RING).outcome()).isEqualTo(PushPlan.ALERTED);
    }

    @Test
    void ringsADeviceBesideAnotherThatRings() {
        // Given
        CallNews initiated = story.initiated();
        CallNews alerting =
                new CallNews(CallNews.Kind.ALERTING, story.alerting().call(), "tablet");
        // When
        Job job = plan(ANDROID, Alert.RING, initiated, alerting);
        // Then
        assertThat(task(job, PushKind.RING).isDone()).isFalse();
    }

    @Test
    void stopsTheOthersWhenOneAnswers() {
        // When
        Job job = PushPlan.after(rung(ANDROID), story.answered("tablet"), false, NOW);
        // Then
        assertThat(task(job, PushKind.STOP))
                .isEqualTo(Task.waiting(PushKind.STOP, NOW, NOW.plus(Duration.ofMinutes(10)), 1, "answered_elsewhere"));
    }

    @Test
    void doesNotStopTheDeviceThatAnswered() {
        // When
        Job job = PushPlan.after(rung(ANDROID), story.answered("android"), false, NOW);
        // Then
        assertThat(job.task(PushKind.STOP)).isEmpty();
    }

    @Test
    void ringsNobodyOnceSomebodyAnswered() {
        // When
        Job job = plan(ANDROID, Alert.RING, story.initiated(), story.answered("tablet"));
        // Then
        assertThat(task(job, PushKind.RING).outcome()).isEqualTo("over");
        assertThat(job.task(PushKind.STOP)).isEmpty();
    }

    @Test
    void stopsABrowserWithTheReasonThatItShows() {
        // When
        Job job = PushPlan.after(rung(BROWSER), story.cancelled(), false, NOW);
        // Then
        assertThat(task(job, PushKind.STOP).reason()).isEqualTo("caller_cancelled");
        assertThat(job.task(PushKind.MISSED)).isEmpty();
    }

    @Test
    void tellsABrowserOfAMissedCallForADayByTheStop() {
        // Given
        CallNews unanswered = story.unanswered();
        // When
        Job job = PushPlan.after(rung(BROWSER), unanswered, false, NOW);
        // Then
        Instant end = requireNonNull(unanswered.call().end()).at();
        assertThat(task(job, PushKind.STOP))
                .isEqualTo(Task.waiting(PushKind.STOP, NOW, end.plus(Duration.ofDays(1)), 1, "no_answer"));
    }

    @Test
    void showsAMissedCallOnApplesDevicesInsteadOfAStop() {
        // When
        Job job = PushPlan.after(rung(APPLE), story.unanswered(), false, NOW);
        // Then
        assertThat(job.task(PushKind.STOP)).isEmpty();
        assertThat(task(job, PushKind.MISSED).reason()).isEqualTo("no_answer");
    }

    @Test
    void showsAMissedCallUntilADayAfterItsEnd() {
        // Given
        story.initiated();
        CallNews cancelled = story.cancelled();
        // When
        Job late = PushPlan.after(
                rung(APPLE), cancelled, false, cancelled.call().at().plus(Duration.ofHours(24)));
        // Then
        assertThat(late.task(PushKind.MISSED)).isEmpty();
        assertThat(task(PushPlan.after(rung(APPLE), cancelled, false, NOW), PushKind.MISSED)
                        .deadline())
                .isEqualTo(cancelled.call().at().plus(Duration.ofHours(24)));
    }

    @ParameterizedTest
    @CsvSource({"NOTIFY, 1", "NONE, 0"})
    void showsAMissedCallToWhoWishesToBeNotifiedOnly(Alert alert, int missed) {
        // When
        Job job = plan(ANDROID, alert, story.initiated(), story.unanswered());
        // Then
        assertThat(job.tasks().stream().filter(task -> task.kind() == PushKind.MISSED))
                .hasSize(missed);
    }

    @Test
    void showsNoMissedCallWhereItRangByTheStream() {
        // Given
        CallNews initiated = story.initiated();
        CallNews alerting =
                new CallNews(CallNews.Kind.ALERTING, story.alerting().call(), "android");
        // When
        Job job = plan(ANDROID, Alert.RING, initiated, alerting, story.unanswered());
        // Then
        assertThat(job.task(PushKind.MISSED)).isEmpty();
    }

    @Test
    void stopsTheOthersWhenOneDeclines() {
        // When
        Job job = PushPlan.after(rung(ANDROID), story.declined("tablet"), false, NOW);
        // Then
        assertThat(task(job, PushKind.STOP).reason()).isEqualTo("declined_elsewhere");
    }

    @Test
    void doesNotStopTheDeviceThatDeclined() {
        // When
        Job job = PushPlan.after(rung(ANDROID), story.declined("android"), false, NOW);
        // Then
        assertThat(job.tasks()).hasSize(1);
    }

    @Test
    void showsNoMissedCallWhenItWasDeclined() {
        // When
        Job job = PushPlan.after(rung(APPLE), story.declined("tablet"), false, NOW);
        // Then
        assertThat(job.tasks()).hasSize(1);
    }

    @Test
    void tellsNothingWhenACallEndsThatWasAnswered() {
        // Given
        Job answered = PushPlan.after(rung(ANDROID), story.answered("tablet"), false, NOW);
        // When
        Job job = PushPlan.after(answered, story.hungUp(), false, NOW);
        // Then
        assertThat(job.tasks()).isEqualTo(answered.tasks());
    }

    @Test
    void tellsNothingOfWhatConcernsNoRing() {
        assertThat(PushPlan.after(rung(ANDROID), story.ready(), false, NOW)).isEqualTo(rung(ANDROID));
    }

    private Job shown(Device device) {
        Task call = Task.waiting(PushKind.CALL, NOW, Story.DIALLED.plus(Story.RING_TIME), 1, null);
        return job(device, Alert.NOTIFY).adding(call.starting(NOW).done("accepted"));
    }

    private Job rung(Device device) {
        Task ring = Task.waiting(PushKind.RING, NOW, Story.DIALLED.plus(Story.RING_TIME), 1, null);
        return job(device, Alert.RING).adding(ring.starting(NOW).done("accepted"));
    }

    private Job plan(Device device, Alert alert, CallNews... news) {
        return Arrays.stream(news)
                .reduce(job(device, alert), (job, next) -> PushPlan.after(job, next, false, NOW), (_, last) -> last);
    }

    private Job job(Device device, Alert alert) {
        CallFacts call = new CallFacts(story.callId(), "video", "alice", "c1");
        return Job.first(call, "bob", device, new PushDetails(alert, Profile.UNKNOWN), NOW);
    }

    private static Task task(Job job, PushKind kind) {
        return job.task(kind).orElseThrow(() -> new AssertionError("No " + kind + " in " + job));
    }
}
