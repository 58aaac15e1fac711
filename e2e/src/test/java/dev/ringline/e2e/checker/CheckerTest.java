package dev.ringline.e2e.checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.e2e.checker.Finding.Kind;
import dev.ringline.e2e.checker.Said.Client;
import dev.ringline.e2e.checker.Said.Request;
import dev.ringline.e2e.checker.StoredCall.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckerTest {

    private static final String CALL = "call-1";
    private static final Instant DIALLED = Instant.parse("2026-11-22T09:30:00Z");
    private static final End HANG_UP = new End("completed", "hangup", DIALLED.plusSeconds(20));
    private static final Client CALLER = new Client("alice", "alice-phone");
    private static final Client CALLEE = new Client("bob", "bob-phone");

    /** A history that a test spoils. */
    private static final class Draft {

        private final List<StoredCall> calls = new ArrayList<>(List.of(stored(CALL, 3, List.of())));
        private final List<StoredLine> lines = new ArrayList<>(List.of(line(CALL)));
        private final List<Told> callEvents =
                new ArrayList<>(List.of(told("initiated", 1), told("answered", 2), told("ended", 3)));
        private final List<Told> lineEvents = new ArrayList<>(List.of(lineTold()));
        private final List<Said> answers = new ArrayList<>(List.of(
                said(CALLER, "dial", 201, ringing()),
                said(CALLEE, "answer", 200, joined()),
                said(CALLER, "end", 200, over("hangup"))));

        private List<Kind> findings() {
            return Checker.check(new History(calls, lines, callEvents, lineEvents, answers)).stream()
                    .map(Finding::kind)
                    .distinct()
                    .toList();
        }
    }

    @Test
    void findsNothingWhereNothingIsWrong() {
        // Given
        var draft = new Draft();

        // When
        var findings = draft.findings();

        // Then
        assertThat(findings).isEmpty();
    }

    @Test
    void allowsAnEventToBeRepeated() {
        // Given
        var draft = new Draft();
        draft.callEvents.addAll(List.copyOf(draft.callEvents));

        // When
        var findings = draft.findings();

        // Then
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("violations")
    void finds(Kind kind, String name, Consumer<Draft> violation) {
        // Given
        var draft = new Draft();
        violation.accept(draft);

        // When
        var findings = draft.findings();

        // Then
        assertThat(findings).as(name).contains(kind);
    }

    static Stream<Arguments> violations() {
        return Stream.of(eventViolations(), lineViolations(), callViolations(), answerViolations())
                .flatMap(each -> each);
    }

    private static Stream<Arguments> eventViolations() {
        return Stream.of(
                violation(Kind.LOST_EVENT, "one in the middle", draft -> draft.callEvents.remove(1)),
                violation(Kind.LOST_EVENT, "the last", draft -> draft.callEvents.removeLast()),
                violation(Kind.LOST_EVENT, "of a line", draft -> draft.lineEvents.clear()),
                violation(
                        Kind.DOUBLED_EVENT,
                        "a second end",
                        draft -> draft.callEvents.add(told("ended", 3, "of-another-writer"))),
                violation(
                        Kind.MISORDERED_EVENT, "two change places", draft -> Collections.swap(draft.callEvents, 0, 1)),
                violation(
                        Kind.INVENTED_EVENT, "one more than was counted", draft -> draft.callEvents.add(told("x", 4))),
                violation(Kind.INVENTED_EVENT, "of a call that is not stored", draft -> draft.calls.clear()));
    }

    private static Stream<Arguments> lineViolations() {
        return Stream.of(
                violation(Kind.LOST_LINE, "of an ended call", draft -> draft.lines.clear()),
                violation(Kind.DOUBLED_LINE, "of one call", draft -> draft.lines.add(line("another-id"))),
                violation(
                        Kind.DISAGREEMENT,
                        "on the reason",
                        draft -> draft.lines.set(
                                0,
                                new StoredLine(
                                        CALL,
                                        CALL,
                                        new End("completed", "peer_lost", HANG_UP.at()),
                                        List.of("alice", "bob"),
                                        List.of()))));
    }

    private static Stream<Arguments> callViolations() {
        return Stream.of(
                violation(
                        Kind.LEFT_OVER,
                        "a live call",
                        draft -> draft.calls.add(new StoredCall(
                                "call-2",
                                "carol",
                                "dave",
                                0,
                                new Span(DIALLED, null, Optional.empty()),
                                "",
                                List.of("pairKey")))),
                violation(
                        Kind.LEFT_OVER,
                        "an event that was not published",
                        draft -> draft.calls.set(0, stored(CALL, 3, List.of("pending")))),
                violation(
                        Kind.OVERLAP,
                        "two calls of one pair",
                        draft -> draft.calls.add(stored("call-2", 3, List.of()))));
    }

    private static Stream<Arguments> answerViolations() {
        return Stream.of(
                violation(
                        Kind.DISAGREEMENT,
                        "one side saw another end",
                        draft -> draft.answers.add(said(CALLEE, "get", 200, over("peer_lost")))),
                violation(
                        Kind.DISAGREEMENT,
                        "it was answered, they said",
                        draft -> draft.answers.add(said(new Client("bob", "bob-tablet"), "answer", 200, ringing()))),
                violation(
                        Kind.TWO_HOLDERS,
                        "two devices answered",
                        draft -> draft.answers.add(said(new Client("bob", "bob-tablet"), "answer", 200, joined()))),
                violation(
                        Kind.STRAY_GRANT,
                        "to a device that never held the call",
                        draft -> draft.answers.add(said(new Client("bob", "bob-tablet"), "get", 200, joined()))),
                violation(
                        Kind.STRAY_GRANT,
                        "for a call that no majority knows",
                        draft -> draft.answers.add(
                                said(CALLEE, "answer", 200, joined().replace(CALL, "call-of-a-minority")))),
                violation(
                        Kind.LOST_CALL,
                        "that a client knows",
                        draft -> draft.answers.add(
                                said(CALLER, "dial", 201, ringing().replace(CALL, "call-nobody-stored")))),
                violation(
                        Kind.DOUBLED_CALL,
                        "of one dial",
                        draft -> Stream.of(CALL, "call-2")
                                .map(id -> ringing().replace(CALL, id))
                                .forEach(body -> draft.answers.add(
                                        new Said(CALLER, new Request("dial", "key-1"), 201, json(body))))),
                violation(
                        Kind.BAD_ANSWER,
                        "500",
                        draft -> draft.answers.add(said(CALLER, "dial", 500, "{\"code\":\"x\"}"))));
    }

    private static Arguments violation(Kind kind, String name, Consumer<Draft> violation) {
        return Arguments.of(kind, name, violation);
    }

    private static StoredCall stored(String id, long events, List<String> unfinished) {
        var span = new Span(DIALLED, DIALLED.plusSeconds(3), Optional.of(HANG_UP));
        return new StoredCall(id, "alice", "bob", events, span, "meeting-1", unfinished);
    }

    private static StoredLine line(String id) {
        return new StoredLine(id, CALL, HANG_UP, List.of("alice", "bob"), List.of());
    }

    private static Told told(String type, long sequence) {
        return told(type, sequence, "event-" + sequence);
    }

    private static Told told(String type, long sequence, String id) {
        var content = """
            {"callerDevice":"alice-phone","answeredByDevice":"bob-phone",
             "status":"completed","reason":"hangup","endedAt":"2026-11-22T09:30:20Z"}""";
        return new Told(id, "dev.ringline.call.%s.v1".formatted(type), CALL, sequence, json(content));
    }

    private static Told lineTold() {
        var content = """
            {"call":{"status":"completed","reason":"hangup","endedAt":"2026-11-22T09:30:20Z"}}""";
        return new Told("event-of-line", "dev.ringline.message.written.v1", CALL, 1, json(content));
    }

    private static Said said(Client to, String command, int status, String body) {
        return new Said(to, Request.of(command), status, json(body));
    }

    private static String ringing() {
        return """
            {"callId":"call-1","status":"ringing","endReason":null,"endedAt":null,"join":null}""";
    }

    private static String joined() {
        return """
            {"callId":"call-1","status":"ongoing","endReason":null,"endedAt":null,"join":{"meetingId":"meeting-1"}}""";
    }

    private static String over(String reason) {
        return """
            {"callId":"call-1","status":"completed","endReason":"%s","endedAt":"2026-11-22T09:30:20Z","join":null}""".formatted(reason);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
