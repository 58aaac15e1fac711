package dev.ringline.notification.push.job;

import static dev.ringline.notification.push.PushKind.MISSED;
import static dev.ringline.notification.push.PushKind.RING;
import static dev.ringline.notification.push.PushKind.STOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ringline.notification.CallNews;
import dev.ringline.notification.Story;
import dev.ringline.notification.rules.device.Device;
import dev.ringline.notification.rules.device.Registrations;
import dev.ringline.notification.rules.push.Report;
import dev.ringline.notification.rules.push.Report.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who rings for a call that is over, or is late, disturbs for nothing. */
class StaleRingsTest {

    private static final Device PHONE = Registrations.android("phone", "token-1");
    private static final Device TABLET = Registrations.android("tablet", "token-2");

    private final PhoneWorld world = new PhoneWorld();
    private final Story story = Story.begin();

    @Test
    void ringsNobodyWhenMoreIsKnownOfTheCall() {
        // Given
        world.with(PHONE);
        CallNews initiated = story.initiated();
        world.hear(story.cancelled());
        // When
        world.hearLate(initiated);
        world.work();
        // Then
        assertThat(world.kinds()).containsExactly(MISSED);
    }

    @Test
    void storesNoRingWhenMoreIsKnownOfTheCall() {
        // Given
        CallNews initiated = story.initiated();
        world.hear(story.declined("tablet"));
        world.with(PHONE);
        // When
        world.hearLate(initiated);
        // Then
        assertThat(world.jobs.all()).isEmpty();
    }

    @Test
    void ringsForACallOfWhichMoreIsKnownWhileItRings() {
        // Given
        world.with(PHONE, TABLET);
        CallNews initiated = story.initiated();
        world.hear(story.ready());
        world.hear(story.alerting());
        // When
        world.hearLate(initiated);
        world.work();
        // Then
        assertThat(world.kinds()).containsExactly(RING, RING);
    }

    @Test
    void ringsNobodyWhenTheCallEndsElsewhereBeforeItsJobsAreStored() {
        // Given
        world.with(PHONE);
        CallNews initiated = story.initiated();
        CallNews declined = story.declined("tablet");
        world.jobs.beforeInsert(() -> world.hearElsewhere(declined));
        // When
        world.hearLate(initiated);
        world.work();
        // Then
        assertThat(world.sent).isEmpty();
    }

    @Test
    void leavesARingToOthersUntilItHeardOfAllThatHappened() {
        // Given
        world.with(PHONE);
        world.heard = false;
        world.tell(story.initiated());
        assertThat(world.sent).isEmpty();
        world.heard = true;
        // When
        world.work();
        // Then
        assertThat(world.kinds()).containsExactly(RING);
    }

    @Test
    void tellsADeviceNothingOfACallThatWasOverBeforeItsRegistration() {
        // Given
        world.with(PHONE);
        List<CallNews> told = List.of(story.initiated(), story.cancelled());
        told.forEach(world::tell);
        world.with(Registrations.android("new-phone", "token-3", null, Story.DIALLED.plusSeconds(60)));
        // When
        told.forEach(world::hearLate);
        world.work();
        // Then
        assertThat(world.kinds()).containsExactly(RING, STOP);
    }

    @Test
    void ringsNobodyWhenTheEndIsKnownBeforeTheJobIsDone() {
        // Given
        world.with(PHONE);
        world.hear(story.initiated());
        // When
        world.hear(story.cancelled());
        world.work();
        // Then
        assertThat(world.kinds()).containsExactly(MISSED);
    }

    @Test
    void ringsNobodyAfterTheDeadline() {
        // Given
        world.with(PHONE);
        world.hear(story.initiated());
        // When
        world.pass(Story.RING_TIME);
        // Then
        assertThat(world.sent).isEmpty();
        assertThat(world.jobs.reports())
                .extracting(Report::outcome, Report::detail)
                .containsExactly(tuple(Outcome.FAILED, "deadline passed"));
    }
}
