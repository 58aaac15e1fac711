package dev.ringline.call;

import dev.ringline.call.CallService.Observer;
import dev.ringline.call.rules.Decision.Accepted;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Wakes the long polls of a callee when this replica stored something new for him, or heard that another one did. */
public final class IncomingWatch implements Observer {

    private final ConcurrentMap<String, Set<CountDownLatch>> waiting = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    @Override
    public void stored(Accepted decision) {
        changed(decision.next().parties().calleeId());
    }

    /** Something about the calls of this callee changed. */
    public void changed(String calleeId) {
        wake(waiting.getOrDefault(calleeId, Set.of()));
    }

    /** From now on nobody waits: a stop of the service must not last as long as a poll. */
    public void stop() {
        stopping = true;
        waiting.values().forEach(IncomingWatch::wake);
    }

    /**
     * What {@code look} finds: at once if that is anything, else after the next change for the user, or when the time is
     * over. It looks again after it began to listen, so that no change can fall between.
     */
    public <T> List<T> await(String userId, Duration atMost, Supplier<List<T>> look) {
        long deadline = System.nanoTime() + atMost.toNanos();
        CountDownLatch changed = listen(userId);
        try {
            List<T> found = look.get();
            while (found.isEmpty() && !stopping && isReached(changed, deadline)) {
                forget(userId, changed);
                changed = listen(userId);
                found = look.get();
            }
            return found;
        } finally {
            forget(userId, changed);
        }
    }

    private static boolean isReached(CountDownLatch changed, long deadline) {
        try {
            return changed.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void wake(Set<CountDownLatch> latches) {
        latches.forEach(CountDownLatch::countDown);
    }

    private CountDownLatch listen(String userId) {
        CountDownLatch changed = new CountDownLatch(1);
        waiting.compute(userId, (_, latches) -> {
            Set<CountDownLatch> all = latches == null ? ConcurrentHashMap.newKeySet() : latches;
            all.add(changed);
            return all;
        });
        return changed;
    }

    private void forget(String userId, CountDownLatch changed) {
        waiting.computeIfPresent(userId, (_, latches) -> {
            latches.remove(changed);
            return latches.isEmpty() ? null : latches;
        });
    }
}
