package dev.ringline.call.simulation.outbox;

import dev.ringline.messaging.EncodedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Pending events in memory. That it behaves as the real outbox does is what {@link PendingContract} says. */
public final class InMemoryPending implements Pending {

    /** How long the writer has before a sweeper takes over. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    /** Of what no sweep ever finds. */
    private static final Instant NEVER = Instant.MAX;

    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private final boolean markClearsDue;

    /** @param markClearsDue whether it is built wrong: a mark forgets when the rest is due */
    public InMemoryPending(boolean markClearsDue) {
        this.markClearsDue = markClearsDue;
    }

    private record Waiting(List<EncodedEvent> events, Instant due) {

        Waiting and(Waiting more) {
            return new Waiting(
                    Stream.concat(events.stream(), more.events.stream()).toList(), more.due);
        }
    }

    @Override
    public void add(String id, List<EncodedEvent> events, Instant now) {
        if (!events.isEmpty()) {
            waiting.merge(id, new Waiting(List.copyOf(events), now.plus(GRACE)), Waiting::and);
        }
    }

    @Override
    public List<EncodedEvent> of(String id) {
        Waiting known = waiting.get(id);
        return known == null ? List.of() : known.events();
    }

    @Override
    public boolean isDue(String id, Instant now) {
        return due(id).filter(due -> !due.isAfter(now)).isPresent();
    }

    /** What was added meanwhile stays, and stays due. */
    @Override
    public void mark(String id, List<EncodedEvent> told) {
        Waiting known = waiting.get(id);
        if (known == null) {
            return;
        }
        List<EncodedEvent> rest = new ArrayList<>(known.events());
        rest.removeAll(told);
        if (rest.isEmpty()) {
            waiting.remove(id);
        } else {
            waiting.put(id, new Waiting(List.copyOf(rest), markClearsDue ? NEVER : known.due()));
        }
    }

    /** When a sweep will find the document, if ever. */
    public Optional<Instant> due(String id) {
        return Optional.ofNullable(waiting.get(id)).map(Waiting::due).filter(due -> !due.equals(NEVER));
    }

    /** What waits in the document, if it is due; until {@code leasedUntil} nobody else will find it. */
    public List<EncodedEvent> claim(String id, Instant now, Instant leasedUntil) {
        if (!isDue(id, now)) {
            return List.of();
        }
        waiting.put(id, new Waiting(of(id), leasedUntil));
        return of(id);
    }

    /** The documents in which something waits, whether anybody will find them or not. */
    public Collection<String> ids() {
        return List.copyOf(waiting.keySet());
    }

    /** As if what waits had been in the memory of a process. */
    public void forget(String id) {
        waiting.remove(id);
    }
}
