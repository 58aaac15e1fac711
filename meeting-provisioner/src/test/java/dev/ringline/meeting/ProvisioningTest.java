package dev.ringline.meeting;

import static dev.ringline.meeting.Fixtures.CALL;
import static dev.ringline.meeting.Fixtures.DEADLINES;
import static dev.ringline.meeting.Fixtures.DIALLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.ringline.meeting.Announcement.FailureReason;
import dev.ringline.meeting.Announcement.MeetingReady;
import dev.ringline.meeting.Announcement.MeetingRefused;
import dev.ringline.meeting.Provisioning.Step;
import dev.ringline.meeting.Provisionings.Change;
import dev.ringline.meeting.RingingCall.MeetingMedia;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProvisioningTest {

    private static final Instant NOW = DIALLED.plusSeconds(1);
    private static final Instant RETRY = DIALLED.plusSeconds(2);

    private static final Map<String, Provisioning> STATES = ordered(
            Map.entry("Requested", Fixtures.requested()),
            Map.entry("Gathering", Fixtures.gathering()),
            Map.entry("Half", Fixtures.halfSeated()),
            Map.entry("Provisioned", Fixtures.provisioned()),
            Map.entry("GivenUp", Fixtures.givenUp()),
            Map.entry("Over", Fixtures.over()));

    private static final Map<String, Function<Provisioning, Optional<Change>>> COMMANDS = ordered(
            Map.entry("answered", known -> known.answered(NOW.plusSeconds(4), 3)),
            Map.entry("ended", known -> known.ended(4, NOW)),
            Map.entry("created", known -> Optional.of(known.meetingCreated("meeting-2", NOW))),
            Map.entry("alice added", known -> known.participantAdded("meeting-1", Fixtures.seat("alice"), NOW)),
            Map.entry("bob added", known -> known.participantAdded("meeting-1", Fixtures.seat("bob"), NOW)),
            Map.entry("failed", known -> known.failed(Fixtures.unavailable(), RETRY, NOW)),
            Map.entry("refused", known -> known.failed(Fixtures.refused(), RETRY, NOW)),
            Map.entry("late", known -> known.givenUp(FailureReason.TIMED_OUT, NOW)));

    /** The state after the command and the meetings to close; "-" where the command changes nothing. */
    private static final String[][] TABLE = {
        // answered            ended                  created                  alice added    bob added      failed
        //           refused                late
        {"Requested []", "Over []", "Gathering []", "-", "-", "Requested []", "GivenUp []", "GivenUp []"},
        {
            "Gathering []",
            "Over [meeting-1]",
            "Gathering [meeting-2]",
            "Gathering []",
            "Gathering []",
            "Gathering []",
            "GivenUp [meeting-1]",
            "GivenUp [meeting-1]"
        },
        {
            "Gathering []",
            "Over [meeting-1]",
            "Gathering [meeting-2]",
            "-",
            "Provisioned []",
            "Gathering []",
            "GivenUp [meeting-1]",
            "GivenUp [meeting-1]"
        },
        {"-", "Over [meeting-1]", "Provisioned [meeting-2]", "-", "-", "-", "-", "-"},
        {"-", "Over []", "GivenUp [meeting-2]", "-", "-", "-", "-", "-"},
        {"-", "-", "Over [meeting-2]", "-", "-", "-", "-", "-"},
    };

    @ParameterizedTest
    @MethodSource("cells")
    void answersEveryCommandInEveryState(
            Provisioning state, Function<Provisioning, Optional<Change>> command, String expected) {
        // When
        Optional<Change> change = command.apply(state);

        // Then
        assertThat(change.map(Change::next).map(ProvisioningTest::told).orElse("-"))
                .isEqualTo(expected);
    }

    @Test
    void hasAnAnswerForEveryCell() {
        assertThat(TABLE).hasDimensions(STATES.size(), COMMANDS.size());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void raisesTheVersionByOneWithEveryChange(
            Provisioning state, Function<Provisioning, Optional<Change>> command, String expected) {
        // When
        Optional<Change> change = command.apply(state);

        // Then
        assertThat(change.map(Change::expectedVersion))
                .isEqualTo(change.map(_ -> state.counters().version()));
    }

    @ParameterizedTest
    @CsvSource({
        // ring, answered after, give up after (seconds since the dial)
        "30, , 15",
        "60, , 15",
        "18, , 15",
        "17, , 14",
        "5, , 2",
        "30, 2, 6",
        "30, 14, 18",
        "5, 1, 5",
    })
    void givesUpInTime(long ring, Long answered, long expected) {
        // Given
        RingingCall call =
                new RingingCall("call-1", "alice", "bob", MeetingMedia.AUDIO, DIALLED, DIALLED.plusSeconds(ring));
        Provisioning requested =
                Provisioning.requested(call, 1, DEADLINES, DIALLED).orElseThrow();

        // When
        Provisioning current = answered == null
                ? requested
                : requested
                        .answered(DEADLINES.onceAnswered(DIALLED.plusSeconds(answered)), 3)
                        .orElseThrow()
                        .next();

        // Then
        Instant giveUpAt = DIALLED.plusSeconds(expected);
        assertThat(current.next(giveUpAt.minusMillis(1))).isEqualTo(new Step.CreateMeeting());
        assertThat(current.next(giveUpAt)).isEqualTo(new Step.GiveUp(FailureReason.TIMED_OUT));
    }

    @Test
    void isNotRequestedOnceTheRingIsOver() {
        // When
        Optional<Provisioning> late = Provisioning.requested(CALL, 1, DEADLINES, CALL.ringDeadline());

        // Then
        assertThat(late).isEmpty();
    }

    @Test
    void waitsNoLongerForARetryThanThereIsTime() {
        // When
        Change change = Fixtures.gathering()
                .failed(Fixtures.unavailable(), DIALLED.plusSeconds(60), NOW)
                .orElseThrow();

        // Then
        assertThat(change.next().schedule().due()).isEqualTo(DIALLED.plusSeconds(15));
    }

    @Test
    void givesTheLastFailureAsReasonWhenTimeIsUp() {
        // Given
        Provisioning failedOnce = Fixtures.gathering()
                .failed(Fixtures.unavailable(), RETRY, NOW)
                .orElseThrow()
                .next();

        // When
        Step step = failedOnce.next(DIALLED.plusSeconds(15));

        // Then
        assertThat(step).isEqualTo(new Step.GiveUp(FailureReason.UNAVAILABLE));
    }

    @Test
    void bringsAWaitingRetryForwardWhenTheAnswerLeavesLessTime() {
        // Given
        Provisioning waiting = Fixtures.requested()
                .failed(Fixtures.unavailable(), DIALLED.plusSeconds(14), NOW)
                .orElseThrow()
                .next();

        // When
        Change change = waiting.answered(DIALLED.plusSeconds(6), 3).orElseThrow();

        // Then
        assertThat(change.next().schedule().due()).isEqualTo(DIALLED.plusSeconds(6));
    }

    @Test
    void announcesBothSeatsOnce() {
        // When
        Change change = Fixtures.halfSeated()
                .participantAdded("meeting-1", Fixtures.seat("bob"), NOW)
                .orElseThrow();

        // Then
        assertThat(change.announcements())
                .containsExactly(new MeetingReady(
                        "call-1",
                        1,
                        "meeting-1",
                        MeetingMedia.VIDEO,
                        List.of(Fixtures.seat("alice"), Fixtures.seat("bob"))));
        assertThat(change.next().schedule().due()).isNull();
    }

    @Test
    void announcesThatItGaveUp() {
        // When
        Change change =
                Fixtures.requested().failed(Fixtures.refused(), RETRY, NOW).orElseThrow();

        // Then
        assertThat(change.announcements()).containsExactly(new MeetingRefused("call-1", 1, FailureReason.AUTH_FAILED));
    }

    @Test
    void fillsTheSeatsOfCallerAndCallee() {
        // When
        Step step = Fixtures.halfSeated().next(NOW);

        // Then
        assertThat(step).isEqualTo(new Step.AddParticipant("meeting-1", "bob"));
    }

    @Test
    void keepsItsMeetingWhenItIsToldOfItTwice() {
        // When
        Change change = Fixtures.gathering().meetingCreated("meeting-1", NOW);

        // Then
        assertThat(change.next().toClose()).isEmpty();
    }

    @Test
    void takesNoSeatOfAnotherMeeting() {
        // When
        Optional<Change> change = Fixtures.gathering().participantAdded("meeting-2", Fixtures.seat("alice"), NOW);

        // Then
        assertThat(change).isEmpty();
    }

    @Test
    void closesTheMeetingAsSoonAsTheCallEnded() {
        // When
        Provisioning ended = Fixtures.provisioned().ended(4, NOW).orElseThrow().next();

        // Then
        assertThat(ended.schedule().due()).isEqualTo(NOW);
        assertThat(ended.next(NOW)).isEqualTo(new Step.CloseMeeting("meeting-1"));
    }

    @Test
    void hasNothingToDoOnceTheMeetingIsClosed() {
        // Given
        Provisioning ended = Fixtures.provisioned().ended(4, NOW).orElseThrow().next();

        // When
        Provisioning closed = ended.meetingClosed("meeting-1", NOW).next();

        // Then
        assertThat(closed.next(NOW)).isEqualTo(new Step.Nothing());
        assertThat(closed.schedule().due()).isNull();
    }

    @Test
    void believesOnlyTheSecondTimeThatAMeetingIsGone() {
        // Given
        ProviderFailure notFound = new ProviderFailure.NotFound("HTTP 404");
        Provisioning ended = Fixtures.provisioned().ended(4, NOW).orElseThrow().next();

        // When
        Provisioning once =
                ended.closingFailed("meeting-1", notFound, RETRY, NOW).next();
        Provisioning twice =
                once.closingFailed("meeting-1", notFound, RETRY, NOW).next();

        // Then
        assertThat(once.toClose()).containsExactly("meeting-1");
        assertThat(twice.toClose()).isEmpty();
    }

    @Test
    void letsAMeetingGoThatCannotBeClosedForADay() {
        // Given
        Provisioning ended = Fixtures.provisioned().ended(4, NOW).orElseThrow().next();
        Instant dayLater = DIALLED.plus(Duration.ofHours(24)).plusSeconds(1);

        // When
        Provisioning later = ended.closingFailed("meeting-1", Fixtures.unavailable(), dayLater, dayLater)
                .next();

        // Then
        assertThat(later.next(dayLater)).isEqualTo(new Step.Nothing());
    }

    private static Stream<Arguments> cells() {
        List<String> states = List.copyOf(STATES.keySet());
        List<String> commands = List.copyOf(COMMANDS.keySet());
        return IntStream.range(0, states.size())
                .boxed()
                .flatMap(row -> IntStream.range(0, commands.size())
                        .mapToObj(column -> argumentSet(
                                states.get(row) + " × " + commands.get(column),
                                STATES.get(states.get(row)),
                                COMMANDS.get(commands.get(column)),
                                TABLE[row][column])));
    }

    private static String told(Provisioning provisioning) {
        return provisioning.progress().getClass().getSimpleName() + " " + provisioning.toClose();
    }

    @SafeVarargs
    private static <V> Map<String, V> ordered(Map.Entry<String, V>... entries) {
        Map<String, V> map = new LinkedHashMap<>();
        for (Map.Entry<String, V> entry : entries) {
            map.put(entry.getKey(), entry.getValue());
        }
        return map;
    }
}
