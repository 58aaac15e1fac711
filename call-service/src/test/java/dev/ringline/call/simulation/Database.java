package dev.ringline.call.simulation;

import dev.ringline.call.Calls.Stored;
import dev.ringline.call.InMemoryCalls;
import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.Decision.Accepted;
import dev.ringline.call.simulation.outbox.InMemoryPending;
import dev.ringline.messaging.EncodedEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What survives every process: the calls, and in the same write the events that are still to be told of them. */
final class Database {

    private final InMemoryCalls calls = new InMemoryCalls();
    private final InMemoryPending pending;
    private final World world;

    Database(World world) {
        this.world = world;
        this.pending = new InMemoryPending(world.has(Mutant.MARK_CLEARS_THE_DUE_DATE_OF_A_NEWER_EVENT));
    }

    InMemoryCalls calls() {
        return calls;
    }

    Collection<Call> all() {
        return calls.all();
    }

    /** What is still to be told of each call. */
    InMemoryPending pending() {
        return pending;
    }

    Stored insert(Accepted decision, List<EncodedEvent> events, Instant now) {
        return with(events, now, decision, calls.insert(decision, () -> true));
    }

    Stored store(Accepted decision, List<EncodedEvent> events, Instant now) {
        if (world.has(Mutant.END_WITHOUT_COMPARE) && !decision.next().isLive()) {
            calls.overwrite(decision.next());
            return with(events, now, decision, Stored.YES);
        }
        return with(events, now, decision, calls.store(decision));
    }

    private Stored with(List<EncodedEvent> events, Instant now, Accepted decision, Stored stored) {
        if (stored == Stored.YES) {
            pending.add(decision.next().id(), events, now);
        }
        return stored;
    }
}
