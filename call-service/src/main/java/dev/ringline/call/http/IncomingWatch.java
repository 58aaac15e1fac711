package dev.ringline.call.http;

import dev.ringline.call.Decision.Accepted;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Wakes the long polls of a callee when this replica stored something new for him. */
final class IncomingWatch implements Consumer<Accepted> {

    private final ConcurrentMap<String, Set<CountDownLatch>> waiting = new ConcurrentHashMap<>();

    @Override
    public void accept(Accepted decision) {
        Set<CountDownLatch> latches = waiting.get(decision.next().parties().calleeId());
        if (latches != null) {
            latches.forEach(CountDownLatch::countDown);
        }
    }

    /**
     * What {@code look} finds: at once if that is anything, else after the next change for the user, or when the time is
     * over. It looks again after it began to listen, so that no change can fall between.
     */
    <T> T await(String userId, Duration atMost, Supplier<T> look, java.util.function.Predicate<T> isEmpty) {
        long deadline = System.nanoTime() + atMost.toNanos();
        CountDownLatch changed = listen(userId);
        try {
            T found = look.get();
            while (isEmpty.test(found) && changed.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                forget(userId, changed);
                changed = listen(userId);
                found = look.get();
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return look.get();
        } finally {
            forget(userId, changed);
        }
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
