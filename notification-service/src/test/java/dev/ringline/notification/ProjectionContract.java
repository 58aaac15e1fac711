package dev.ringline.notification;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every projection does. */
public abstract class ProjectionContract {

    private static final Instant LONG_AGO = Story.DIALLED.minusSeconds(3600);

    protected abstract Projection projection();

    @Test
    void keepsACallAsItWasTold() {
        // Given
        LiveCall ringing = Story.begin().initiated().call();
        // When
        boolean stored = projection().store(ringing);
        // Then
        assertThat(stored).isTrue();
        assertThat(callsOf("alice")).contains(ringing);
        assertThat(callsOf("bob")).contains(ringing);
    }

    @Test
    void replacesAnEarlierStateAndRemembersItsRing() {
        // Given
        Story story = Story.begin();
        LiveCall ringing = story.initiated().call();
        LiveCall alerting = story.alerting().call();
        projection().store(ringing);
        // When
        boolean stored = projection().store(alerting);
        // Then
        assertThat(stored).isTrue();
        assertThat(callsOf("bob")).contains(alerting.recalling(ringing)).doesNotContain(ringing);
    }

    @Test
    void remembersWhatEachEventTellsOfTheRing() {
        // Given
        Story story = Story.begin();
        LiveCall ringing = story.initiated().call();
        LiveCall waiting = story.waiting().call();
        LiveCall alerting = story.alerting().call();
        projection().store(ringing);
        projection().store(waiting);
        // When
        projection().store(alerting);
        // Then
        assertThat(callsOf("bob"))
                .contains(alerting.recalling(waiting.recalling(ringing)))
                .filteredOn(call -> call.callId().equals(story.callId()))
                .allMatch(call -> call.ringsAt(Story.DIALLED) && Boolean.TRUE.equals(call.waiting()));
    }

    @Test
    void ignoresADuplicate() {
        // Given
        LiveCall ringing = Story.begin().initiated().call();
        projection().store(ringing);
        // When
        boolean stored = projection().store(ringing);
        // Then
        assertThat(stored).isFalse();
        assertThat(callsOf("bob")).containsOnlyOnce(ringing);
    }

    @Test
    void neverLetsALateBeginningBeatAKnownEnd() {
        // Given
        Story story = Story.begin();
        LiveCall ringing = story.initiated().call();
        LiveCall ended = story.cancelled().call();
        projection().store(ended);
        // When
        boolean stored = projection().store(ringing);
        // Then
        assertThat(stored).isFalse();
        assertThat(projection().of("bob", LONG_AGO, List.of())).contains(ended).doesNotContain(ringing);
    }

    @Test
    void hidesASilentCallFromItsCallee() {
        // Given
        LiveCall silent = Story.beginSilent().initiated().call();
        // When
        projection().store(silent);
        // Then
        assertThat(callsOf("alice")).contains(silent);
        assertThat(callsOf("bob")).doesNotContain(silent);
    }

    @Test
    void findsACallThatIsOverWhileItIsFreshOrAskedForByItsId() {
        // Given
        Story story = Story.begin();
        LiveCall ended = story.cancelled().call();
        Instant end = ended.at();
        // When
        projection().store(ended);
        // Then
        assertThat(projection().of("bob", end.minusMillis(1), List.of())).contains(ended);
        assertThat(projection().of("bob", end, List.of())).doesNotContain(ended);
        assertThat(projection().of("bob", end, List.of(ended.callId()))).contains(ended);
    }

    @Test
    void findsACallByItsIdWhateverBecameOfIt() {
        // Given
        LiveCall ended = Story.begin().cancelled().call();
        projection().store(ended);
        // When
        var found = projection().find(ended.callId());
        // Then
        assertThat(found).contains(ended);
        assertThat(projection().find("unknown")).isEmpty();
    }

    @Test
    void tellsWhichSequencesItHas() {
        // Given
        Story story = Story.begin();
        projection().store(story.initiated().call());
        projection().store(story.alerting().call());
        // When
        var sequences = projection().sequences(List.of(story.callId(), "unknown"));
        // Then
        assertThat(sequences).containsOnly(entry(story.callId(), 2L));
    }

    private List<LiveCall> callsOf(String user) {
        return projection().of(user, LONG_AGO, List.of());
    }
}
