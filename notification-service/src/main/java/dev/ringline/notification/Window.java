package dev.ringline.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls that this replica heard of lately, in memory: it covers what the projection may not have yet. Safe for use
 * by many threads; nothing in it waits for anything.
 */
public final class Window {

    private record Entry(LiveCall call, Instant learned) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, Set<String>> callsOf = new HashMap<>();

    /**
     * Takes news in.
     *
     * @return the news with what earlier events told of the call; empty when this or a later event is known already
     */
    synchronized Optional<CallNews> learn(CallNews news, Instant now) {
        LiveCall known = known(news.call().callId());
        if (known != null && news.call().sequence() <= known.sequence()) {
            return Optional.empty();
        }
        CallNews whole = known == null ? news : news.recalling(known);
        put(whole.call(), now);
        return Optional.of(whole);
    }

    /** What is known here of a call. */
    synchronized Optional<LiveCall> find(String callId) {
        return Optional.ofNullable(known(callId));
    }

    /** What is known here of the calls of a user. */
    synchronized List<LiveCall> of(String userId) {
        return callsOf.getOrDefault(userId, Set.of()).stream().map(this::known).toList();
    }

    /** The calls of which nothing was heard since {@code moment}. */
    synchronized List<LiveCall> unheardOfSince(Instant moment) {
        return entries.values().stream()
                .filter(entry -> entry.learned().isBefore(moment))
                .map(Entry::call)
                .toList();
    }

    /** Lets the calls go, but for those of which something new was heard meanwhile. */
    synchronized void forget(Collection<LiveCall> calls) {
        calls.stream().filter(call -> call.equals(known(call.callId()))).forEach(this::remove);
    }

    private @Nullable LiveCall known(String callId) {
        Entry entry = entries.get(callId);
        return entry == null ? null : entry.call();
    }

    private void put(LiveCall call, Instant now) {
        entries.put(call.callId(), new Entry(call, now));
        call.knownTo()
                .forEach(user -> callsOf.computeIfAbsent(user, _ -> new LinkedHashSet<>())
                        .add(call.callId()));
    }

    private void remove(LiveCall call) {
        entries.remove(call.callId());
        call.knownTo().forEach(user -> callsOf.computeIfPresent(user, (_, calls) -> without(calls, call.callId())));
    }

    private static @Nullable Set<String> without(Set<String> calls, String callId) {
        calls.remove(callId);
        return calls.isEmpty() ? null : calls;
    }
}
