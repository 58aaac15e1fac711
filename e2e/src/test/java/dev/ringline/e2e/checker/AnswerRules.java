package dev.ringline.e2e.checker;

import dev.ringline.e2e.checker.Finding.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the clients were told holds: each call they know is there, each end they saw is the end, what they were promised
 * happened, and only the holding devices of a stored call were let into its meeting.
 */
final class AnswerRules {

    private AnswerRules() {}

    static Stream<Finding> check(History history) {
        var calls = history.callsById();
        var events = History.bySubject(history.callEvents());
        var single = history.answers().stream()
                .flatMap(answer -> check(answer, calls, events.getOrDefault(answer.callId(), List.of())));
        return Stream.of(single, winners(history), keys(history)).flatMap(each -> each);
    }

    private static Stream<Finding> check(Said answer, Map<String, StoredCall> calls, List<Told> events) {
        if (answer.status() >= 500 && !answer.isOpen()) {
            return Stream.of(finding(Kind.BAD_ANSWER, answer));
        }
        if (answer.call().isEmpty()) {
            return Stream.empty();
        }
        var call = calls.get(answer.callId());
        if (call == null) {
            return Stream.of(finding(answer.grant().isPresent() ? Kind.STRAY_GRANT : Kind.LOST_CALL, answer));
        }
        return Stream.of(end(answer, call), promise(answer, call, events), grant(answer, call, events))
                .flatMap(each -> each);
    }

    private static Stream<Finding> end(Said answer, StoredCall call) {
        return answer.end().isEmpty() || answer.end().equals(call.end())
                ? Stream.empty()
                : Stream.of(finding(Kind.DISAGREEMENT, answer));
    }

    /** Whoever answered with success holds the call, and whoever ended it sees its end. */
    private static Stream<Finding> promise(Said answer, StoredCall call, List<Told> events) {
        var isBroken = answer.did("answer")
                        && !holders(call.calleeId(), call, events)
                                .contains(answer.to().device())
                || (answer.did("end") || answer.did("decline")) && answer.end().isEmpty();
        return isBroken ? Stream.of(finding(Kind.DISAGREEMENT, answer)) : Stream.empty();
    }

    private static Stream<Finding> grant(Said answer, StoredCall call, List<Told> events) {
        var mayJoin = answer.grant().filter(call.meetingId()::equals).isPresent()
                && holders(answer.to().user(), call, events)
                        .contains(answer.to().device());
        return answer.grant().isEmpty() || mayJoin ? Stream.empty() : Stream.of(finding(Kind.STRAY_GRANT, answer));
    }

    /** The devices that held the user's side at some time, as the events tell. */
    private static Set<String> holders(String user, StoredCall call, List<Told> events) {
        var field = user.equals(call.callerId()) ? "callerDevice" : "answeredByDevice";
        return call.pair().contains(user)
                ? events.stream().map(event -> event.text(field)).collect(Collectors.toSet())
                : Set.of();
    }

    /** Of several devices that answer a call one alone is told that it did, unless the call moved. */
    private static Stream<Finding> winners(History history) {
        var moved = history.callEvents().stream()
                .filter(event -> event.type().startsWith("dev.ringline.call.moved."))
                .map(Told::subject)
                .collect(Collectors.toSet());
        return history.answers().stream()
                .filter(answer -> answer.did("answer") && !moved.contains(answer.callId()))
                .collect(Collectors.groupingBy(
                        Said::callId, Collectors.mapping(answer -> answer.to().device(), Collectors.toSet())))
                .entrySet()
                .stream()
                .filter(answered -> answered.getValue().size() > 1)
                .map(answered -> new Finding(Kind.TWO_HOLDERS, answered.getKey(), answered.getValue() + " answered"));
    }

    /** One dial, however often it was sent, made one call. */
    private static Stream<Finding> keys(History history) {
        return history.answers().stream()
                .filter(answer -> answer.did("dial") && !answer.request().key().isEmpty())
                .collect(Collectors.groupingBy(
                        answer -> List.of(answer.to().user(), answer.request().key()),
                        Collectors.mapping(Said::callId, Collectors.toSet())))
                .entrySet()
                .stream()
                .filter(dial -> dial.getValue().size() > 1)
                .map(dial -> new Finding(
                        Kind.DOUBLED_CALL, String.join(", ", dial.getValue()), "came of one dial " + dial.getKey()));
    }

    private static Finding finding(Kind kind, Said answer) {
        return new Finding(
                kind,
                answer.callId(),
                "%s asked to %s and was answered %d %s"
                        .formatted(answer.to(), answer.request(), answer.status(), withoutToken(answer)));
    }

    /** A finding is printed; a credential is not. */
    private static String withoutToken(Said answer) {
        return answer.body().toString().replaceAll("\"authToken\":\"[^\"]*\"", "\"authToken\":…");
    }
}
