package dev.ringline.notification;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** A projection without a store, held to the same contract as the real one. */
public final class InMemoryProjection implements Projection {

    private final Map<String, LiveCall> calls = new ConcurrentHashMap<>();

    @Override
    public boolean store(LiveCall call) {
        LiveCall known = calls.get(call.callId());
        if (known != null && known.sequence() >= call.sequence()) {
            return false;
        }
        calls.put(call.callId(), call.recalling(known));
        return true;
    }

    @Override
    public List<LiveCall> of(String userId, Instant moment, Collection<String> callIds) {
        Predicate<LiveCall> asked = call -> callIds.contains(call.callId());
        Predicate<LiveCall> live = call -> call.knownTo().contains(userId) && !call.isOverSince(moment);
        return calls.values().stream().filter(asked.or(live)).toList();
    }

    @Override
    public Optional<LiveCall> find(String callId) {
        return Optional.ofNullable(calls.get(callId));
    }

    @Override
    public Map<String, Long> sequences(Collection<String> callIds) {
        return calls.values().stream()
                .filter(call -> callIds.contains(call.callId()))
                .collect(toMap(LiveCall::callId, LiveCall::sequence));
    }
}
