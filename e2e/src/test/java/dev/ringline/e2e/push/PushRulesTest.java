package dev.ringline.e2e.push;

import static dev.ringline.e2e.push.PushFinding.Kind.MISSING_STOP;
import static dev.ringline.e2e.push.PushFinding.Kind.RING_AFTER_DEADLINE;
import static dev.ringline.e2e.push.PushFinding.Kind.RING_AFTER_END;
import static dev.ringline.e2e.push.PushFinding.Kind.SECOND_RING;
import static dev.ringline.e2e.push.PushFinding.Kind.STRAY;
import static dev.ringline.e2e.push.PushFinding.Kind.UNREPORTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.e2e.push.PushFinding.Kind;
import dev.ringline.e2e.push.Rung.How;
import dev.ringline.e2e.push.Rung.Over;
import dev.ringline.e2e.push.Rung.Phone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules find nothing in a story that is well, and find each fault that is planted in it. */
class PushRulesTest {

    private static final Instant BEGUN = Instant.parse("2026-11-22T09:30:00Z");
    private static final Phone ANDROID = new Phone("android", true);
    private static final Phone TABLET = new Phone("tablet", true);
    private static final Phone APPLE = new Phone("apple", false);

    private static final List<Rung> CALLS = List.of(
            rung("answered", How.ANSWERED, "tablet"),
            rung("declined", How.DECLINED, "apple"),
            rung("missed", How.MISSED, null));

    private static final List<Pushed> PUSHED = List.of(
            push(0, "answered", "android", "ring"),
            push(0, "answered", "tablet", "ring"),
            push(0, "answered", "apple", "ring"),
            push(10, "answered", "android", "stop"),
            push(0, "declined", "apple", "ring"),
            new Pushed(BEGUN, "declined", "android", "ring", 1, false),
            push(1, "declined", "android", "ring"),
            push(11, "declined", "android", "stop"),
            push(12, "declined", "android", "stop"),
            push(0, "missed", "android", "ring"),
            push(10, "missed", "android", "stop"),
            push(10, "missed", "tablet", "missed"),
            push(10, "missed", "apple", "missed"));

    private static final Set<String> REPORTED = PUSHED.stream()
            .map(push -> "%s/%s/%s".formatted(push.callId(), push.kind(), push.device()))
            .collect(Collectors.toSet());

    private final Planted planted = new Planted(PUSHED, CALLS);

    @Test
    void findNothingWhereAllIsWell() {
        assertThat(found(PUSHED)).isEmpty();
    }

    @Test
    void findASecondRing() {
        assertThat(found(planted.secondRing())).containsExactly(SECOND_RING);
    }

    @Test
    void findADeviceThatIsNeverStopped() {
        assertThat(found(planted.noStop())).containsExactly(MISSING_STOP);
    }

    @Test
    void findARingAfterTheEnd() {
        assertThat(found(planted.ringAfterEnd())).containsExactly(RING_AFTER_END);
    }

    @Test
    void findARingAfterAStop() {
        assertThat(found(planted.ringAfterStop())).containsExactly(RING_AFTER_END);
    }

    @Test
    void findARingAfterItsDeadline() {
        assertThat(found(planted.ringAfterDeadline())).contains(RING_AFTER_DEADLINE);
    }

    @Test
    void findAMissedCallWithoutATrace() {
        // Given
        var untold = PUSHED.stream()
                .filter(push ->
                        !push.callId().equals("missed") || !push.device().equals("tablet"))
                .toList();
        // When, Then
        assertThat(found(untold)).containsExactly(MISSING_STOP);
    }

    @Test
    void findAPushThatNobodyReported() {
        assertThat(PushRules.check(PUSHED.subList(0, 1), CALLS.subList(0, 1), Set.of()))
                .extracting(PushFinding::kind)
                .contains(UNREPORTED);
    }

    @Test
    void findAPushOfACallThatNobodyMade() {
        assertThat(PushRules.check(PUSHED.subList(4, 5), List.of(), REPORTED))
                .extracting(PushFinding::kind)
                .containsExactly(STRAY);
    }

    private static List<Kind> found(List<Pushed> pushed) {
        return PushRules.check(pushed, CALLS, REPORTED).stream()
                .map(PushFinding::kind)
                .toList();
    }

    private static Rung rung(String callId, How how, String device) {
        return new Rung(
                callId,
                BEGUN,
                BEGUN.plusSeconds(30),
                List.of(ANDROID, TABLET, APPLE),
                Optional.of(new Over(BEGUN.plusSeconds(9), how, device)));
    }

    private static Pushed push(int second, String callId, String device, String kind) {
        return new Pushed(BEGUN.plusSeconds(second), callId, device, kind, 1, true);
    }
}
