package dev.ringline.notification.push.job;

import static dev.ringline.notification.push.PushKind.CALL;
import static dev.ringline.notification.push.PushKind.RING;
import static dev.ringline.notification.push.PushKind.STOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ringline.notification.CallNews;
import dev.ringline.notification.Story;
import dev.ringline.notification.push.PushResult;
import dev.ringline.notification.rules.device.Device;
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
    void showsACallThatIsNotToRingAndReportsThatItWasWithheld() {
        // Given
        world.with(PHONE);
        world.users.prefer("bob", new Preferences(Calls.NOTIFY, null, Set.of(), null, null));
        // When
        world.tell(story.initiated());
        // Then
        assertThat(world.kinds()).containsExactly(CALL);
        assertThat(world.jobs.reports())
                .extracting(Report::kind, Report::outcome)
                .containsExactly(tuple("ring", Outcome.WITHHELD), tuple("call", Outcome.ACCEPTED));
    }

    @Test
    void showsACallOnceAndNotWhenItIsOver() {
        // Given
        world.with(PHONE, TABLET);
        world.users.prefer("bob", new Preferences(Calls.NOTIFY, null, Set.of(), null, null));
        var _ = world.answerLater();
        world.answer(new PushResult.Failed("503", null));
        world.tell(story.initiated());
        // When
        world.tell(story.cancelled());
        world.pass(Job.ABANDONED);
        world.pass(A_DAY);
        // Then
        assertThat(world.kinds()).containsExactly(CALL, CALL, STOP, STOP);
    }

    @Test
    void tellsNothingToWhoWishesToKnowNothing() {
        // Given
        world.with(PHONE);
        world.users.prefer("bob", new Preferences(Calls.OFF, null, Set.of(), null, null));
        // When
        world.tell(story.initiated());
        world.tell(story.unanswered());
        // Then
        assertThat(world.sent).isEmpty();
        assertThat(world.jobs.reports()).extracting(Report::outcome).containsExactly(Outcome.WITHHELD);
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
}
