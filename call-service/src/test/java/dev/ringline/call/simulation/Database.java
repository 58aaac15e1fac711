package dev.ringline.call.simulation;

import dev.ringline.call.Calls.Stored;
import dev.ringline.call.InMemoryCalls;
import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.Decision.Accepted;
import dev.ringline.messaging.EncodedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What survives every process: the calls, and in the same write the events that are still to be told of them. */
final class Database {

    private final InMemoryCalls calls = new InMemoryCalls();
    private final Map<String, Pending> pending = new LinkedHashMap<>();
    private final World world;

    Database(World world) {
        this.world = world;
    }

    private record Pending(List<EncodedEvent> events, Instant due) {

        Pending and(List<EncodedEvent> more, Instant latest) {
            return new Pending(Stream.concat(events.stream(), more.stream()).toList(), latest);
        }
    }

    InMemoryCalls calls() {
        return calls;
    }

    Collection<Call> all() {
        return calls.all();
    }

    Stored insert(Accepted decision, List<EncodedEvent> events, Instant due) {
        return with(events, due, decision, () -> calls.insert(decision, () -> true));
    }

    Stored store(Accepted decision, List<EncodedEvent> events, Instant due) {
        return with(events, due, decision, () -> {
            if (world.has(Mutant.END_WITHOUT_COMPARE) && !decision.next().isLive()) {
                calls.overwrite(decision.next());
                return Stored.YES;
            }
            return calls.store(decision);
        });
    }

    private Stored with(List<EncodedEvent> events, Instant due, Accepted decision, Supplier<Stored> write) {
        Stored stored = write.get();
        if (stored == Stored.YES && !events.isEmpty()) {
            Pending more = new Pending(events, due);
            pending.merge(decision.next().id(), more, (before, _) -> before.and(events, due));
        }
        return stored;
    }

    List<EncodedEvent> pendingOf(String callId) {
        Pending known = pending.get(callId);
        return known == null ? List.of() : known.events();
    }

    /** The calls of which something is still to be told, whether anybody will look for them or not. */
    Collection<String> untold() {
        return List.copyOf(pending.keySet());
    }

    Optional<Instant> tellingDue(String callId) {
        return Optional.ofNullable(pending.get(callId)).map(Pending::due).filter(due -> !due.equals(Instant.MAX));
    }

    /** What is pending, if that is due; for a while nobody else will find it. */
    List<EncodedEvent> claim(String callId, Instant now, Instant leasedUntil) {
        Pending known = pending.get(callId);
        if (known == null || known.due().isAfter(now)) {
            return List.of();
        }
        pending.put(callId, new Pending(known.events(), leasedUntil));
        return known.events();
    }

    /** Takes out what was told. What was added meanwhile stays, and stays due. */
    void mark(String callId, Collection<EncodedEvent> told) {
        Pending known = pending.get(callId);
        if (known == null) {
            return;
        }
        List<EncodedEvent> rest = new ArrayList<>(known.events());
        rest.removeAll(told);
        if (rest.isEmpty()) {
            pending.remove(callId);
        } else {
            boolean cleared = world.has(Mutant.MARK_CLEARS_THE_DUE_DATE_OF_A_NEWER_EVENT);
            pending.put(callId, new Pending(List.copyOf(rest), cleared ? Instant.MAX : known.due()));
        }
    }

    /** As if what is pending had been in the memory of a process. */
    void forget(String callId) {
        pending.remove(callId);
    }
}
