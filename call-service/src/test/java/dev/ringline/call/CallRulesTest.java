package dev.ringline.call;

import static dev.ringline.call.CallFixtures.ALICE;
import static dev.ringline.call.CallFixtures.BOB;
import static dev.ringline.call.CallFixtures.BOB_TABLET;
import static dev.ringline.call.CallFixtures.NOON;
import static dev.ringline.call.CallFixtures.RULES;
import static dev.ringline.call.CallFixtures.after;
import static dev.ringline.call.CallFixtures.dial;
import static dev.ringline.call.CallFixtures.meeting;
import static dev.ringline.call.CallFixtures.ongoing;
import static dev.ringline.call.CallFixtures.ongoingWithMeeting;
import static dev.ringline.call.CallFixtures.ringing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.call.Call.Dial;
import dev.ringline.call.Call.Side;
import dev.ringline.call.CallCommand.AcceptMeeting;
import dev.ringline.call.CallCommand.Actor;
import dev.ringline.call.CallCommand.Alert;
import dev.ringline.call.CallCommand.Answer;
import dev.ringline.call.CallCommand.DeadlinePassed;
import dev.ringline.call.CallCommand.Decline;
import dev.ringline.call.CallCommand.End;
import dev.ringline.call.CallCommand.GiveUpMeeting;
import dev.ringline.call.CallCommand.GiveWay;
import dev.ringline.call.CallCommand.Redial;
import dev.ringline.call.Decision.Accepted;
import dev.ringline.call.Decision.Refused;
import dev.ringline.call.Decision.Unchanged;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CallRulesTest {

    private static final Instant SOON = NOON.plusSeconds(10);

    /** What each state does with each command of each side. Time and the provisioner have no side: both columns agree. */
    private static final String TABLE = """
            ringing              | alert          | wrong-side                    | ringing: alerting
            ringing              | answer         | wrong-side                    | ongoing: answered
            ringing              | decline        | wrong-side                    | declined declined: ended
            ringing              | end            | missed caller_cancelled: ended| declined declined: ended
            ringing              | redial         | unchanged                     | ongoing: answered
            ringing              | give-way       | missed caller_cancelled: ended| unchanged
            ringing              | deadline       | unchanged                     | unchanged
            ringing              | accept-meeting | ringing: ready                | ringing: ready
            ringing              | give-up        | failed provisioning_failed: ended | failed provisioning_failed: ended
            ongoing              | alert          | wrong-side                    | unchanged
            ongoing              | answer         | wrong-side                    | unchanged
            ongoing              | decline        | wrong-side                    | call-answered
            ongoing              | end            | completed hangup: ended       | completed hangup: ended
            ongoing              | redial         | unchanged                     | unchanged
            ongoing              | give-way       | unchanged                     | unchanged
            ongoing              | deadline       | failed provisioning_failed: ended | failed provisioning_failed: ended
            ongoing              | accept-meeting | ongoing: ready                | ongoing: ready
            ongoing              | give-up        | failed provisioning_failed: ended | failed provisioning_failed: ended
            ongoing-with-meeting | alert          | wrong-side                    | unchanged
            ongoing-with-meeting | answer         | wrong-side                    | unchanged
            ongoing-with-meeting | decline        | wrong-side                    | call-answered
            ongoing-with-meeting | end            | completed hangup: ended       | completed hangup: ended
            ongoing-with-meeting | redial         | unchanged                     | unchanged
            ongoing-with-meeting | give-way       | unchanged                     | unchanged
            ongoing-with-meeting | deadline       | unchanged                     | unchanged
            ongoing-with-meeting | accept-meeting | unchanged                     | unchanged
            ongoing-with-meeting | give-up        | unchanged                     | unchanged
            ended                | alert          | wrong-side                    | unchanged
            ended                | answer         | wrong-side                    | call-ended
            ended                | decline        | wrong-side                    | unchanged
            ended                | end            | unchanged                     | unchanged
            ended                | redial         | call-ended                    | call-ended
            ended                | give-way       | unchanged                     | unchanged
            ended                | deadline       | unchanged                     | unchanged
            ended                | accept-meeting | unchanged                     | unchanged
            ended                | give-up        | unchanged                     | unchanged
            """;

    private static final Map<String, Supplier<Call>> STATES = Map.of(
            "ringing", CallFixtures::ringing,
            "ongoing", CallFixtures::ongoing,
            "ongoing-with-meeting", CallFixtures::ongoingWithMeeting,
            "ended", CallFixtures::ended);

    private static final Map<String, Function<Actor, CallCommand>> COMMANDS = Map.of(
            "alert",
            Alert::new,
            "answer",
            Answer::new,
            "decline",
            Decline::new,
            "end",
            End::new,
            "redial",
            actor -> new Redial(actor, Media.VIDEO, null),
            "give-way",
            GiveWay::new,
            "deadline",
            _ -> new DeadlinePassed(),
            "accept-meeting",
            _ -> new AcceptMeeting(meeting(1)),
            "give-up",
            _ -> new GiveUpMeeting());

    @ParameterizedTest(name = "{0}: {1} by the {2}")
    @MethodSource("cells")
    void decidesAsTheTableSays(String state, String command, Side side, String expected) {
        // Given
        Call call = STATES.get(state).get();
        Actor actor = side == Side.CALLER ? ALICE : BOB;

        // When
        Decision decision = RULES.decide(call, COMMANDS.get(command).apply(actor), SOON);

        // Then
        assertThat(describe(decision)).isEqualTo(expected);
    }

    @Test
    void hasARowForEveryStateAndCommand() {
        assertThat(rows().map(row -> row[0] + " " + row[1]))
                .doesNotHaveDuplicates()
                .hasSize(STATES.size() * COMMANDS.size());
        assertThat(COMMANDS).hasSize(everyCommand());
    }

    @ParameterizedTest
    @MethodSource("acceptedDecisions")
    void raisesTheVersionByOneAndTheSequenceByTheNumberOfFacts(Call before, Accepted decision) {
        assertThat(decision.next().version()).isEqualTo(before.version() + 1);
        assertThat(decision.next().sequence())
                .isEqualTo(before.sequence() + decision.facts().size());
    }

    @Test
    void refusesTheSecondDeviceThatAnswers() {
        // Given
        Call call = ongoing();

        // When
        Decision decision = RULES.decide(call, new Answer(BOB_TABLET), SOON);

        // Then
        assertThat(describe(decision)).isEqualTo("answered-elsewhere");
    }

    @Test
    void endsTheRingOnlyAfterTheAnswerGrace() {
        // Given
        Call call = ringing();
        Instant lastMoment = call.ringDeadline().plusMillis(1499);

        // When
        Decision before = RULES.decide(call, new DeadlinePassed(), lastMoment);
        Decision after = RULES.decide(call, new DeadlinePassed(), lastMoment.plusMillis(1));

        // Then
        assertThat(describe(before)).isEqualTo("unchanged");
        assertThat(describe(after)).isEqualTo("missed no_answer: ended");
    }

    @Test
    void takesAnAnswerWithinTheGrace() {
        // Given
        Call call = ringing();

        // When
        Decision decision =
                RULES.decide(call, new Answer(BOB), call.ringDeadline().plusMillis(1400));

        // Then
        assertThat(describe(decision)).isEqualTo("ongoing: answered");
    }

    @Test
    void endsTheLongestCall() {
        // Given
        Call call = ongoingWithMeeting();
        Instant answered = call.answer().orElseThrow().at();

        // When
        Decision decision = RULES.decide(call, new DeadlinePassed(), answered.plus(Duration.ofHours(4)));

        // Then
        assertThat(describe(decision)).isEqualTo("completed max_duration: ended");
    }

    @Test
    void notesADeviceOnceAndEightDevicesAtMost() {
        // Given
        Call call = ringing();
        for (int device = 1; device <= 8; device++) {
            call = after(call, new Alert(new Actor("bob", "device-" + device)), SOON);
        }

        // When
        Decision again = RULES.decide(call, new Alert(new Actor("bob", "device-1")), SOON);
        Decision ninth = RULES.decide(call, new Alert(new Actor("bob", "device-9")), SOON);

        // Then
        assertThat(describe(again)).isEqualTo("unchanged");
        assertThat(describe(ninth)).isEqualTo("unchanged");
    }

    @Test
    void agreesOnTheLesserMediaWhenTwoDialEachOther() {
        // Given
        Call call = ringing();

        // When
        Call both = after(call, new Redial(BOB, Media.AUDIO, new Dial("key", "request")), SOON);

        // Then
        assertThat(both.media()).isEqualTo(Media.AUDIO);
        assertThat(both.answer().orElseThrow().byDevice()).isEqualTo("bob-phone");
        assertThat(both.dials()).containsExactly(new Dial("key", "request"));
    }

    @Test
    void remembersTheKeyOfARedialWithoutAnEvent() {
        // Given
        Call call = ringing();

        // When
        Decision decision = RULES.decide(call, new Redial(ALICE, Media.AUDIO, new Dial("key", "request")), SOON);

        // Then
        assertThat(decision).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.facts()).isEmpty();
            assertThat(accepted.next().media()).isEqualTo(Media.VIDEO);
        });
    }

    @ParameterizedTest
    @MethodSource("bothSides")
    void refusesAKeyThatAskedForSomethingElse(Actor actor) {
        // Given
        Call call = after(ringing(), new Redial(ALICE, Media.VIDEO, new Dial("key", "request")), SOON);

        // When
        Decision decision = RULES.decide(call, new Redial(actor, Media.VIDEO, new Dial("key", "other")), SOON);

        // Then
        assertThat(describe(decision)).isEqualTo("idempotency-key-reused");
    }

    @Test
    void isBornBusyWithOneFactOnly() {
        // Given
        var request = dial(ALICE, "bob");

        // When
        Accepted decision = RULES.bornBusy("call-1", request, NOON);

        // Then
        assertThat(describe(decision)).isEqualTo("missed busy: ended");
        assertThat(decision.next().sequence()).isEqualTo(1);
        assertThat(decision.next().nextDeadline()).isEmpty();
    }

    private static Stream<Actor> bothSides() {
        return Stream.of(ALICE, BOB);
    }

    private static Stream<Arguments> cells() {
        return rows().flatMap(row -> Stream.of(
                Arguments.of(row[0], row[1], Side.CALLER, row[2]), Arguments.of(row[0], row[1], Side.CALLEE, row[3])));
    }

    private static Stream<Arguments> acceptedDecisions() {
        return STATES.values().stream()
                .map(Supplier::get)
                .flatMap(call -> COMMANDS.values().stream()
                        .flatMap(command -> Stream.of(ALICE, BOB)
                                .map(actor -> RULES.decide(call, command.apply(actor), SOON))
                                .filter(Accepted.class::isInstance)
                                .map(decision -> Arguments.of(call, decision))));
    }

    private static Stream<String[]> rows() {
        return TABLE.lines()
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new));
    }

    private static int everyCommand() {
        List<Class<?>> direct = List.of(CallCommand.class.getPermittedSubclasses());
        return direct.size() - 1 + CallCommand.ByUser.class.getPermittedSubclasses().length;
    }

    private static String describe(Decision decision) {
        return switch (decision) {
            case Unchanged _ -> "unchanged";
            case Refused refused ->
                refused.refusal().name().toLowerCase(Locale.ROOT).replace('_', '-');
            case Accepted accepted -> describe(accepted);
        };
    }

    private static String describe(Accepted accepted) {
        Call next = accepted.next();
        String reason = next.ending()
                .map(ending -> " " + ending.reason().name().toLowerCase(Locale.ROOT))
                .orElse("");
        String facts = accepted.facts().stream()
                .map(fact -> fact.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        return next.status().name().toLowerCase(Locale.ROOT) + reason + ": " + facts;
    }
}
