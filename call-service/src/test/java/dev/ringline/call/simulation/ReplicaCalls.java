package dev.ringline.call.simulation;

import dev.ringline.call.Calls;
import dev.ringline.call.InMemoryCalls;
import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.Call.Dial;
import dev.ringline.call.rules.CallRules.DialRequest;
import dev.ringline.call.rules.Decision.Accepted;
import dev.ringline.messaging.EncodedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The calls as one process sees them: each reading and writing is a step, some writes fail, before or after they are done,
 * and what was stored is told at once.
 */
final class ReplicaCalls implements Calls {

    private final World world;
    private final Database database;
    private final Ledger ledger;
    private final Teller teller;
    private final InMemoryCalls calls;
    private final UnaryOperator<Call> eyes;

    /** @param eyes how the process sees a call that it finds */
    ReplicaCalls(World world, Database database, Ledger ledger, Teller teller, UnaryOperator<Call> eyes) {
        this.world = world;
        this.database = database;
        this.ledger = ledger;
        this.teller = teller;
        this.calls = database.calls();
        this.eyes = eyes;
    }

    /** Nobody knows whether the write was done. */
    static final class OutcomeUnknown extends RuntimeException {

        private OutcomeUnknown() {
            super("outcome unknown", null, false, false);
        }
    }

    /** Tells what is pending of a call. */
    interface Teller {

        String name();

        Instant now();

        void tell(String callId, List<EncodedEvent> events);

        void tellSoon(String callId, List<EncodedEvent> events);
    }

    @Override
    public Stored insert(Accepted decision, BooleanSupplier beforeTelling) {
        String id = decision.next().id();
        BooleanSupplier looking = () -> {
            boolean untold = world.has(Mutant.DIAL_WITHOUT_A_SECOND_LOOK) || beforeTelling.getAsBoolean();
            ledger.looked(id);
            return untold;
        };
        return write(decision, looking, events -> database.insert(decision, events, teller.now()));
    }

    @Override
    public Stored store(Accepted decision) {
        return write(decision, () -> true, events -> database.store(decision, events, teller.now()));
    }

    @Override
    public Optional<Call> find(String callId) {
        return read(() -> calls.find(callId)).map(eyes);
    }

    @Override
    public Optional<Call> findProven(String callId) {
        return read(() -> calls.findProven(callId));
    }

    @Override
    public Optional<Call> findByDial(Dial dial) {
        return read(() -> calls.findByDial(dial));
    }

    @Override
    public List<Call> occupying(Collection<String> userIds) {
        return read(() -> calls.occupying(userIds));
    }

    @Override
    public List<Call> ringingFor(String userId) {
        return read(() -> calls.ringingFor(userId));
    }

    @Override
    public List<Call> liveOf(String userId) {
        return read(() -> calls.liveOf(userId));
    }

    @Override
    public List<Call> history(Filter filter, @Nullable Position position, int limit) {
        return read(() -> calls.history(filter, position, limit));
    }

    @Override
    public long countMissed(String userId, Instant since) {
        return read(() -> calls.countMissed(userId, since));
    }

    @Override
    public boolean hasUsableTokens(DialRequest request, Instant until) {
        return read(() -> calls.hasUsableTokens(request, until));
    }

    @Override
    public boolean hasUnheardRing(Duration patience) {
        return false;
    }

    @Override
    public Map<Call.Phase, Long> countLive() {
        return calls.countLive();
    }

    private <T> T read(Supplier<T> read) {
        world.step();
        return read.get();
    }

    private Stored write(Accepted decision, BooleanSupplier beforeTelling, Function<List<EncodedEvent>, Stored> write) {
        String id = decision.next().id();
        List<EncodedEvent> events = ledger.decided(decision);
        if (world.has(Mutant.PUBLISH_BEFORE_STORE)) {
            teller.tell(id, events);
        }
        world.step();
        failSometimes(id);
        Stored stored = write.apply(events);
        world.tell(() -> "%s stores version %d of %s, to be told as %s: %s"
                .formatted(teller.name(), decision.next().version(), id, ids(events), stored));
        if (stored == Stored.YES) {
            List<EncodedEvent> pending = database.pending().of(id);
            ledger.stored(decision);
            world.step();
            failSometimes(id);
            if (beforeTelling.getAsBoolean()) {
                teller.tellSoon(id, world.has(Mutant.PUBLISH_OWN_EVENT_ONLY) ? events : pending);
            }
        }
        return stored;
    }

    private void failSometimes(String callId) {
        if (world.mishap()) {
            world.tell(() -> "%s never learns whether %s was stored".formatted(teller.name(), callId));
            throw new OutcomeUnknown();
        }
    }

    private static List<String> ids(List<EncodedEvent> events) {
        return events.stream().map(EncodedEvent::id).toList();
    }
}
