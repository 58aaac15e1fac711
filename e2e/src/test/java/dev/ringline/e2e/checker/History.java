package dev.ringline.e2e.checker;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that a run left behind.
 *
 * @param calls as MongoDB has them
 * @param lines the messages, as MongoDB has them
 * @param callEvents every record of the topic, each call's in the topic's order, repeats included
 * @param lineEvents the same of the messages' topic
 * @param answers what the clients were answered, each client's in order
 */
public record History(
        List<StoredCall> calls,
        List<StoredLine> lines,
        List<Told> callEvents,
        List<Told> lineEvents,
        List<Said> answers) {

    public History {
        calls = List.copyOf(calls);
        lines = List.copyOf(lines);
        callEvents = List.copyOf(callEvents);
        lineEvents = List.copyOf(lineEvents);
        answers = List.copyOf(answers);
    }

    Map<String, StoredCall> callsById() {
        return calls.stream().collect(Collectors.toMap(StoredCall::id, Function.identity()));
    }

    Map<String, List<StoredLine>> linesByCall() {
        return lines.stream().collect(Collectors.groupingBy(StoredLine::callId));
    }

    static Map<String, List<Told>> bySubject(List<Told> events) {
        return events.stream().collect(Collectors.groupingBy(Told::subject));
    }
}
