package dev.ringline.call.rules;

import static dev.ringline.call.rules.CallFixtures.ALICE;
import static dev.ringline.call.rules.CallFixtures.BOB;
import static dev.ringline.call.rules.CallFixtures.BOB_TABLET;
import static dev.ringline.call.rules.CallFixtures.NOON;
import static dev.ringline.call.rules.CallFixtures.RULES;
import static dev.ringline.call.rules.CallFixtures.after;
import static dev.ringline.call.rules.CallFixtures.connected;
import static dev.ringline.call.rules.CallFixtures.dial;
import static dev.ringline.call.rules.CallFixtures.meeting;
import static dev.ringline.call.rules.CallFixtures.ongoing;
import static dev.ringline.call.rules.CallFixtures.ringing;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.call.rules.Call.Dial;
import dev.ringline.call.rules.Call.Side;
import dev.ringline.call.rules.CallCommand.AcceptMeeting;
import dev.ringline.call.rules.CallCommand.Actor;
import dev.ringline.call.rules.CallCommand.Alert;
import dev.ringline.call.rules.CallCommand.Answer;
import dev.ringline.call.rules.CallCommand.CalleeBusy;
import dev.ringline.call.rules.CallCommand.Close;
import dev.ringline.call.rules.CallCommand.DeadlinePassed;
import dev.ringline.call.rules.CallCommand.Decline;
import dev.ringline.call.rules.CallCommand.End;
import dev.ringline.call.rules.CallCommand.FollowedUp;
import dev.ringline.call.rules.CallCommand.GiveUpMeeting;
import dev.ringline.call.rules.CallCommand.GiveWay;
import dev.ringline.call.rules.CallCommand.Heartbeat;
import dev.ringline.call.rules.CallCommand.LeaseLapsed;
import dev.ringline.call.rules.CallCommand.NoteDelivery;
import dev.ringline.call.rules.CallCommand.PeerJoined;
import dev.ringline.call.rules.CallCommand.PeerLeft;
import dev.ringline.call.rules.CallCommand.Redial;
import dev.ringline.call.rules.CallCommand.SessionEnded;
import dev.ringline.call.rules.CallCommand.Supersede;
import dev.ringline.call.rules.Decision.Accepted;
import dev.ringline.call.rules.Decision.Ignored;
import dev.ringline.call.rules.Decision.Refused;
import dev.ringline.call.rules.Decision.Unchanged;
import dev.ringline.call.rules.Presence.MediaReport;
import dev.ringline.call.rules.Presence.Peer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
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

    /** A busy callee comes in two ways. */
    private static final int ANOTHER_WAY = 1;

    private static final Map<String, Supplier<Call>> STATES = Map.of(
            "ringing", CallFixtures::ringing,
            "silent", CallFixtures::silent,
            "ongoing", CallFixtures::ongoing,
            "ongoing-with-meeting", CallFixtures::ongoingWithMeeting,
            "connected", CallFixtures::connected,
            "ended", CallFixtures::ended);

    private static final Map<String, Function<Actor, CallCommand>> COMMANDS = Map.ofEntries(
            entry("alert", Alert::new),
            entry("answer", Answer::new),
            entry("decline", Decline::new),
            entry("end", End::new),
            entry("redial", actor -> new Redial(actor, Media.VIDEO, null)),
            entry("give-way", GiveWay::new),
            entry("deadline", _ -> new DeadlinePassed()),
            entry("accept-meeting", _ -> new AcceptMeeting(1, meeting())),
            entry("give-up", _ -> new GiveUpMeeting(1)),
            entry("heartbeat", actor -> new Heartbeat(actor, MediaReport.CONNECTED)),
            entry("lease", _ -> new LeaseLapsed(null)),
            entry("peer-joined", actor -> new PeerJoined(7, actor.userId(), new Peer("peer", "session", SOON))),
            entry("peer-left", actor -> new PeerLeft(7, actor.userId(), "peer", SOON)),
            entry("session-ended", _ -> new SessionEnded(7, "session", SOON)),
            entry("delivery-failed", _ -> new NoteDelivery(true)),
            entry("callee-busy", _ -> new CalleeBusy(false)),
            entry("callee-waits", _ -> new CalleeBusy(true)),
            entry("followed-up", _ -> new FollowedUp()),
            entry("supersede", _ -> new Supersede()),
            entry("close", _ -> new Close(EndReason.ADMIN)));

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
        Call call = connected();
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
    void callsNobodyUnreachableUnlessEveryDeliveryFailed() {
        Instant over = ringing().ringDeadline().plusSeconds(2);
        Call failed = after(ringing(), new NoteDelivery(true), SOON);
        Call reached = after(failed, new NoteDelivery(false), SOON);
        Call alerted = after(failed, new Alert(BOB), SOON);

        assertThat(describe(RULES.decide(failed, new DeadlinePassed(), over))).isEqualTo("missed unreachable: ended");
        assertThat(describe(RULES.decide(reached, new DeadlinePassed(), over))).isEqualTo("missed no_answer: ended");
        assertThat(describe(RULES.decide(alerted, new DeadlinePassed(), over))).isEqualTo("missed no_answer: ended");
        assertThat(describe(RULES.decide(ringing(), new DeadlinePassed(), over)))
                .isEqualTo("missed no_answer: ended");
    }

    @Test
    void neverTellsThatASilentCallReachedNobody() {
        Call failed = after(CallFixtures.silent(), new NoteDelivery(true), NOON);

        Decision decision =
                RULES.decide(failed, new DeadlinePassed(), failed.ringDeadline().plusSeconds(2));

        assertThat(describe(decision)).isEqualTo("missed no_answer: ended");
    }

    @Test
    void tellsNobodyThatHeMissedACallOfWhichOneWasRemoved() {
        Call removed = after(ringing(), new Close(EndReason.PARTICIPANT_REMOVED), SOON);
        Call ended = after(ringing(), new Close(EndReason.ADMIN), SOON);

        assertThat(removed.status()).isEqualTo(Call.Status.MISSED);
        assertThat(removed.isMissedByCallee()).isFalse();
        assertThat(ended.isMissedByCallee()).isTrue();
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
        return table().lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new));
    }

    private static int everyCommand() {
        return leaves(CallCommand.class) + ANOTHER_WAY;
    }

    private static String table() {
        try (InputStream table = CallRulesTest.class.getResourceAsStream("decisions.txt")) {
            return new String(table.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int leaves(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .mapToInt(type -> type.isSealed() ? leaves(type) : 1)
                .sum();
    }

    private static String describe(Decision decision) {
        return switch (decision) {
            case Unchanged _ -> "unchanged";
            case Ignored ignored ->
                "ignored " + ignored.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
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
        return (next.status().name().toLowerCase(Locale.ROOT) + reason + ": " + facts).strip();
    }
}
