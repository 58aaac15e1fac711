package dev.ringline.e2e.checker;

import dev.ringline.e2e.checker.Finding.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stored calls: nothing live is left, and at no time was a user in two calls or a pair in two. */
final class LifeRules {

    /** Two replicas follow the primary's clock, and an election may change whose clock that is. */
    private static final Duration CLOCK_ERROR = Duration.ofMillis(500);

    private LifeRules() {}

    private record Interval(String callId, Instant from, Instant to) {

        boolean overlaps(Interval later) {
            return later.from().plus(CLOCK_ERROR).isBefore(to);
        }
    }

    static Stream<Finding> check(History history) {
        return Stream.of(leftOver(history), twoLiveCallsOfPair(history), twoOngoingCallsOfUser(history))
                .flatMap(each -> each);
    }

    private static Stream<Finding> leftOver(History history) {
        var calls = history.calls().stream()
                .filter(call -> call.isLive() || !call.unfinished().isEmpty())
                .map(call -> new Finding(Kind.LEFT_OVER, call.id(), "still has " + call.unfinished()));
        var lines = history.lines().stream()
                .filter(line -> !line.unfinished().isEmpty())
                .map(line -> new Finding(Kind.LEFT_OVER, line.callId(), "its line still has " + line.unfinished()));
        return Stream.concat(calls, lines);
    }

    private static Stream<Finding> twoLiveCallsOfPair(History history) {
        var byPair = history.calls().stream().collect(Collectors.groupingBy(StoredCall::pair));
        return byPair.values().stream()
                .map(calls -> calls.stream()
                        .map(call -> interval(call, call.span().createdAt()))
                        .toList())
                .flatMap(calls -> overlaps("a live call of the same pair", calls));
    }

    private static Stream<Finding> twoOngoingCallsOfUser(History history) {
        var answered = history.calls().stream()
                .filter(call -> call.span().answeredAt() != null)
                .toList();
        Map<String, List<Interval>> byUser = answered.stream()
                .flatMap(call -> call.users()
                        .map(user -> Map.entry(
                                user,
                                interval(
                                        call, Objects.requireNonNull(call.span().answeredAt())))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return byUser.values().stream().flatMap(calls -> overlaps("an ongoing call of the same user", calls));
    }

    private static Interval interval(StoredCall call, Instant from) {
        return new Interval(call.id(), from, call.end().map(End::at).orElse(Instant.MAX));
    }

    private static Stream<Finding> overlaps(String what, Collection<Interval> intervals) {
        var findings = new ArrayList<Finding>();
        var ordered =
                intervals.stream().sorted(Comparator.comparing(Interval::from)).toList();
        for (int i = 1; i < ordered.size(); i++) {
            if (ordered.get(i - 1).overlaps(ordered.get(i))) {
                findings.add(new Finding(
                        Kind.OVERLAP,
                        ordered.get(i).callId(),
                        "%s, %s, was not over"
                                .formatted(what, ordered.get(i - 1).callId())));
            }
        }
        return findings.stream();
    }
}
