package dev.ringline.e2e.checker;

import dev.ringline.e2e.checker.Finding.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rules together. */
public final class Checker {

    private Checker() {}

    /** Everything that must not be; nothing if all is well. */
    public static List<Finding> check(History history) {
        return Stream.of(
                        events(history.callEvents(), callCounts(history)),
                        events(history.lineEvents(), lineCounts(history)),
                        LifeRules.check(history),
                        LineRules.check(history),
                        AnswerRules.check(history))
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<Finding> events(List<Told> told, Map<String, Long> counts) {
        var bySubject = History.bySubject(told);
        Set<String> unknown = new HashSet<>(bySubject.keySet());
        unknown.removeAll(counts.keySet());
        return Stream.concat(
                counts.entrySet().stream()
                        .flatMap(count -> EventRules.check(
                                count.getKey(), bySubject.getOrDefault(count.getKey(), List.of()), count.getValue())),
                unknown.stream()
                        .map(subject -> new Finding(
                                Kind.INVENTED_EVENT, subject, "told, but not stored: " + bySubject.get(subject))));
    }

    private static Map<String, Long> callCounts(History history) {
        return history.calls().stream().collect(Collectors.toMap(StoredCall::id, StoredCall::events));
    }

    private static Map<String, Long> lineCounts(History history) {
        return history.lines().stream().collect(Collectors.toMap(StoredLine::id, line -> 1L));
    }
}
