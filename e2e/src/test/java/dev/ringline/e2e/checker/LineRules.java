package dev.ringline.e2e.checker;

import dev.ringline.e2e.checker.Finding.Kind;
import java.util.List;
import java.util.stream.Stream;

/** One line for each ended call, and the call, its last event, the line and the line's event tell the same end. */
final class LineRules {

    private LineRules() {}

    static Stream<Finding> check(History history) {
        var lines = history.linesByCall();
        var events = History.bySubject(history.callEvents());
        var lineEvents = History.bySubject(history.lineEvents());
        var calls = history.callsById();
        var ofCalls = history.calls().stream()
                .flatMap(call -> check(
                        call,
                        lines.getOrDefault(call.id(), List.of()),
                        Stream.concat(
                                        events.getOrDefault(call.id(), List.of()).stream()
                                                .filter(Told::isEnd)
                                                .map(Told::end),
                                        lineEvents.getOrDefault(call.id(), List.of()).stream()
                                                .map(Told::lineEnd))
                                .distinct()
                                .toList()));
        var ofNothing = history.lines().stream()
                .filter(line -> !calls.containsKey(line.callId()))
                .map(line -> new Finding(Kind.DISAGREEMENT, line.callId(), "a line without a call"));
        return Stream.concat(ofCalls, ofNothing);
    }

    private static Stream<Finding> check(StoredCall call, List<StoredLine> lines, List<End> told) {
        var count = call.end().isPresent() && lines.isEmpty()
                ? Stream.of(new Finding(Kind.LOST_LINE, call.id(), "it ended, and no line says so"))
                : lines.stream()
                        .skip(1)
                        .map(line -> new Finding(Kind.DOUBLED_LINE, call.id(), "there is also the line " + line.id()));
        var others = Stream.concat(lines.stream().map(StoredLine::end), told.stream())
                .filter(end -> !call.end().filter(end::equals).isPresent())
                .map(end -> new Finding(
                        Kind.DISAGREEMENT, call.id(), "%s is stored, %s is told".formatted(call.end(), end)));
        return Stream.concat(count, others);
    }
}
