package dev.ringline.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.CallCommand.Actor;
import dev.ringline.call.rules.CallState.Ongoing;
import dev.ringline.call.rules.Decision.Accepted;
import dev.ringline.call.rules.Decision.Fact;
import dev.ringline.call.rules.EndReason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that was stored, asked and granted, and what must be true of it at any time. */
final class Ledger {

    private final Map<String, List<Accepted>> stored = new HashMap<>();
    private final Set<String> hangUps = new HashSet<>();

    /** Each decision follows the one before, and none follows the end. */
    void stored(Accepted decision) {
        Call next = decision.next();
        List<Accepted> before = stored.computeIfAbsent(next.id(), _ -> new ArrayList<>());
        Call last = before.isEmpty() ? null : before.getLast().next();
        assertThat(next.version()).isEqualTo(last == null ? 1 : last.version() + 1);
        assertThat(next.sequence())
                .isEqualTo(
                        (last == null ? 0 : last.sequence()) + decision.facts().size());
        assertThat(last == null || last.isLive())
                .as("follows its end: %s", next)
                .isTrue();
        before.add(decision);
    }

    /** The actor asked for the end of the call himself. */
    void hangUp(String callId, Actor actor) {
        hangUps.add(callId + actor.userId());
    }

    /** A grant is only ever given to the device that held its side of the live call when that was stored. */
    void granted(Call call, Actor actor) {
        assertThat(stored.get(call.id()))
                .as("grant of %s to %s", call, actor)
                .anyMatch(decision -> decision.next().version() == call.version()
                        && decision.next().isLive()
                        && decision.next().isHeldBy(actor));
    }

    void check(Collection<Call> live) {
        assertUnique("live calls of a pair", live, call -> List.of(pairOf(call)));
        assertUnique(
                "dials of a user",
                live,
                call -> call.state() instanceof Ongoing
                        ? List.of()
                        : List.of(call.parties().callerId()));
        assertUnique(
                "ongoing calls of a user",
                live,
                call -> call.state() instanceof Ongoing
                        ? List.of(call.parties().callerId(), call.parties().calleeId())
                        : List.of());
    }

    /** What must be true when all is over. */
    void checkEnds(Collection<Call> calls) {
        assertThat(calls).noneMatch(Call::isLive).allSatisfy(call -> {
            assertThat(factsOf(call)).filteredOn(Fact.Ended.class::isInstance).hasSize(1);
            assertThat(factsOf(call).getLast()).isInstanceOf(Fact.Ended.class);
            assertThat(factsOf(call))
                    .filteredOn(Fact.Answered.class::isInstance)
                    .hasSizeLessThan(2);
            assertNobodyHungUpUnasked(call);
        });
    }

    private void assertNobodyHungUpUnasked(Call call) {
        call.ending()
                .filter(ending -> ending.reason() == EndReason.HANGUP)
                .ifPresent(
                        ending -> assertThat(hangUps).as("hang-ups of %s", call).contains(call.id() + ending.by()));
    }

    private List<Fact> factsOf(Call call) {
        return stored.get(call.id()).stream()
                .flatMap(decision -> decision.facts().stream())
                .toList();
    }

    private static Set<String> pairOf(Call call) {
        return Set.of(call.parties().callerId(), call.parties().calleeId());
    }

    private static <K> void assertUnique(String what, Collection<Call> calls, Function<Call, List<K>> keys) {
        Map<K, Long> counts = calls.stream()
                .flatMap(call -> keys.apply(call).stream())
                .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
        assertThat(counts.values()).as(what).allMatch(count -> count == 1);
    }
}
