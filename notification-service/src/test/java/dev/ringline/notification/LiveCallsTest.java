package dev.ringline.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.notification.Frame.Snapshot;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveCallsTest {

    private final AdjustableClock clock = new AdjustableClock(Story.DIALLED.plusSeconds(5));
    private final Projection projection = new InMemoryProjection();
    private final LiveCalls calls = new LiveCalls(projection, clock);
    private final Story story = Story.begin();

    @Test
    void showsACallThatRings() {
        // Given
        calls.learn(story.initiated());
        // When
        List<CallView> shown = shown("bob", "bob-phone");
        // Then
        assertThat(shown).singleElement().satisfies(call -> {
            assertThat(call.status()).isEqualTo("ringing");
            assertThat(call.ringRemainingMs()).isEqualTo(25_000);
            assertThat(call.alert()).isEqualTo("ring");
            assertThat(call.heldByThisDevice()).isFalse();
        });
    }

    @Test
    void saysWhichDeviceHoldsTheCall() {
        // Given
        calls.learn(story.initiated());
        calls.learn(story.answered("bob-phone"));
        // When
        List<CallView> shown =
                List.of(only("bob", "bob-phone"), only("bob", "bob-tablet"), only("alice", "alice-phone"));
        // Then
        assertThat(shown).extracting(CallView::heldByThisDevice).containsExactly(true, false, true);
    }

    @Test
    void asksOnlyTheCalleeToRing() {
        // Given
        calls.learn(story.initiated());
        // When
        CallView shown = only("alice", "alice-tablet");
        // Then
        assertThat(shown.alert()).isNull();
    }

    @Test
    void hidesARingWhoseDeadlinePassedFromTheCallee() {
        // Given
        calls.learn(story.initiated());
        clock.advance(Story.RING_TIME);
        // When
        List<CallView> shown = shown("bob", "bob-phone");
        // Then
        assertThat(shown).isEmpty();
        assertThat(shown("alice", "alice-phone")).hasSize(1);
    }

    @Test
    void hidesASilentCallFromTheCallee() {
        // Given
        Story silent = Story.beginSilent();
        CallNews initiated = silent.initiated();
        calls.learn(initiated);
        calls.store(initiated.call());
        // When
        List<CallView> shown = shown("bob", "bob-phone");
        // Then
        assertThat(shown).isEmpty();
        assertThat(shown("alice", "alice-phone")).hasSize(1);
    }

    @Test
    void showsHowACallEndedForOneMinute() {
        // Given
        calls.learn(story.initiated());
        CallNews ended = story.cancelled();
        calls.learn(ended);
        clock.advance(Duration.between(clock.instant(), ended.call().at().plus(Frames.ENDED_SHOWN.minusMillis(1))));
        // When
        List<CallView> lastMoment = shown("bob", "bob-phone");
        clock.advance(Duration.ofMillis(1));
        // Then
        assertThat(lastMoment).extracting(CallView::reason).containsExactly("caller_cancelled");
        assertThat(shown("bob", "bob-phone")).isEmpty();
    }

    @Test
    void tellsOtherDevicesThatOneDeclined() {
        // Given
        calls.learn(story.initiated());
        calls.learn(story.declined("bob-phone"));
        // When
        List<String> reasons = List.of(
                only("bob", "bob-phone").reason(),
                only("bob", "bob-tablet").reason(),
                only("alice", "alice-phone").reason());
        // Then
        assertThat(reasons).containsExactly("declined", "declined_elsewhere", "declined");
    }

    @Test
    void prefersTheProjectionWhenItKnowsMore() {
        // Given
        calls.learn(story.initiated());
        calls.store(story.cancelled().call());
        // When
        CallView shown = only("bob", "bob-phone");
        // Then
        assertThat(shown.status()).isEqualTo("missed");
    }

    @Test
    void prefersTheWindowWhenItKnowsMore() {
        // Given
        CallNews initiated = story.initiated();
        calls.learn(initiated);
        calls.store(initiated.call());
        calls.learn(story.cancelled());
        // When
        CallView shown = only("bob", "bob-phone");
        // Then
        assertThat(shown.status()).isEqualTo("missed");
    }

    @Test
    void tellsNothingTwice() {
        // Given
        CallNews initiated = story.initiated();
        calls.learn(initiated);
        // When
        var frames = calls.learn(initiated);
        // Then
        assertThat(frames).isEmpty();
    }

    @Test
    void neverRingsOnceTheEndIsKnown() {
        // Given
        CallNews initiated = story.initiated();
        calls.learn(story.cancelled());
        // When
        var frames = calls.learn(initiated);
        // Then
        assertThat(frames).isEmpty();
        assertThat(only("bob", "bob-phone").status()).isEqualTo("missed");
    }

    @Test
    void doesNotBelieveALateBeginningWhenTheProjectionHasTheEnd() {
        // Given
        CallNews initiated = story.initiated();
        calls.store(story.cancelled().call());
        clock.advance(Duration.ofMinutes(5));
        calls.learn(initiated);
        // When
        List<CallView> shown = shown("alice", "alice-phone");
        // Then
        assertThat(shown).isEmpty();
    }

    @Test
    void keepsWhatTheProjectionLacksHoweverOldItIs() {
        // Given
        calls.learn(story.initiated());
        calls.learn(story.answered("bob-phone"));
        clock.advance(Duration.ofHours(1));
        // When
        calls.forget();
        // Then
        assertThat(shown("bob", "bob-phone")).hasSize(1);
    }

    @Test
    void forgetsWhatIsOldAndStored() {
        // Given
        CallNews initiated = story.initiated();
        CallNews answered = story.answered("bob-phone");
        Window window = new Window();
        window.learn(initiated, clock.instant());
        window.learn(answered, clock.instant());
        // When
        window.forget(List.of(answered.call().recalling(initiated.call())));
        // Then
        assertThat(window.of("bob")).isEmpty();
        assertThat(window.unheardOfSince(clock.instant().plusSeconds(1))).isEmpty();
    }

    @Test
    void keepsACallOfWhichSomethingNewWasHeardMeanwhile() {
        // Given
        CallNews initiated = story.initiated();
        CallNews answered = story.answered("bob-phone");
        Window window = new Window();
        window.learn(initiated, clock.instant());
        window.learn(answered, clock.instant());
        // When
        window.forget(List.of(initiated.call()));
        // Then
        assertThat(window.of("bob")).extracting(LiveCall::sequence).containsExactly(2L);
    }

    @Test
    void showsTheNewestCallFirst() {
        // Given
        Story later = Story.beginAt(Story.DIALLED.plusSeconds(2));
        calls.learn(story.initiated());
        calls.learn(later.initiated());
        // When
        List<CallView> shown = shown("bob", "bob-phone");
        // Then
        assertThat(shown).extracting(CallView::callId).containsExactly(later.callId(), story.callId());
    }

    private CallView only(String user, String device) {
        List<CallView> shown = shown(user, device);
        assertThat(shown).hasSize(1);
        return shown.getFirst();
    }

    private List<CallView> shown(String user, String device) {
        return calls.snapshot(user, device).calls().stream()
                .map(Snapshot.Item::call)
                .toList();
    }
}
