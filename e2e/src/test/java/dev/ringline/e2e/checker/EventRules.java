package dev.ringline.e2e.checker;

import dev.ringline.e2e.checker.Finding.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The events of one subject: each at least once, a repeat equal to the first, and the first ones in order. A producer that
 * died before it knew of the acknowledgement repeats itself, so that a repeat is no finding.
 */
final class EventRules {

    private EventRules() {}

    /** @param expected how many events the subject counts */
    static Stream<Finding> check(String subject, List<Told> told, long expected) {
        Map<Long, Told> firsts = new LinkedHashMap<>();
        var findings = new ArrayList<Finding>();
        for (var event : told) {
            var first = firsts.putIfAbsent(event.sequence(), event);
            if (first != null && !first.equals(event)) {
                findings.add(new Finding(
                        Kind.DOUBLED_EVENT, subject, "%s and %s are not the same event".formatted(first, event)));
            }
        }
        return Stream.of(
                        findings.stream(),
                        order(subject, firsts),
                        lost(subject, firsts, expected),
                        ends(subject, firsts))
                .flatMap(each -> each);
    }

    private static Stream<Finding> order(String subject, Map<Long, Told> firsts) {
        var order = List.copyOf(firsts.keySet());
        return order.equals(List.copyOf(new TreeSet<>(order)))
                ? Stream.empty()
                : Stream.of(new Finding(Kind.MISORDERED_EVENT, subject, "came as " + order));
    }

    private static Stream<Finding> lost(String subject, Map<Long, Told> firsts, long expected) {
        var missing = LongStream.rangeClosed(1, expected)
                .filter(sequence -> !firsts.containsKey(sequence))
                .mapToObj(sequence -> new Finding(
                        Kind.LOST_EVENT, subject, "number %d of %d is missing".formatted(sequence, expected)));
        var invented = firsts.values().stream()
                .filter(event -> event.sequence() < 1 || event.sequence() > expected)
                .map(event -> new Finding(
                        Kind.INVENTED_EVENT, subject, "%s, but only %d were counted".formatted(event, expected)));
        return Stream.concat(missing, invented);
    }

    private static Stream<Finding> ends(String subject, Map<Long, Told> firsts) {
        return firsts.values().stream().filter(Told::isEnd).count() > 1
                ? Stream.of(new Finding(Kind.DOUBLED_EVENT, subject, "it ended twice"))
                : Stream.empty();
    }
}
