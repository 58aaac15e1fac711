package dev.ringline.call;

import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.Call.Dial;
import dev.ringline.call.rules.CallRules.DialRequest;
import dev.ringline.call.rules.Decision.Accepted;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls of which each reading and writing takes a step, and of which some writes fail, before or after they are done. */
record UnreliableCalls(InMemoryCalls calls, Runnable step, Random random, Ledger ledger) implements Calls {

    private static final int ONE_IN = 50;

    /** Nobody knows whether the write was done. */
    static final class OutcomeUnknown extends RuntimeException {}

    @Override
    public Stored insert(Accepted decision, BooleanSupplier beforeTelling) {
        Stored stored = write(decision, () -> calls.insert(decision, () -> true));
        if (stored == Stored.YES) {
            var _ = beforeTelling.getAsBoolean();
        }
        return stored;
    }

    @Override
    public Stored store(Accepted decision) {
        return write(decision, () -> calls.store(decision));
    }

    @Override
    public Optional<Call> find(String callId) {
        return read(() -> calls.find(callId));
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
        step.run();
        return read.get();
    }

    private Stored write(Accepted decision, Supplier<Stored> write) {
        step.run();
        failSometimes();
        Stored stored = write.get();
        if (stored == Stored.YES) {
            ledger.stored(decision);
            ledger.check(calls.all(Call::isLive));
        }
        failSometimes();
        return stored;
    }

    private void failSometimes() {
        if (random.nextInt(ONE_IN) == 0) {
            throw new OutcomeUnknown();
        }
    }
}
