package dev.ringline.call.running;

import dev.ringline.call.running.CallClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The users of one test, who act at the same moment, give or take what a seed says ({@code -Drace.seed}). */
final class Stage {

    private static final Logger LOG = LoggerFactory.getLogger(Stage.class);
    private static final int LARGEST_LEAD_NANOS = 2_000_000;

    private final int port;
    private final Random random;
    private final List<String> users = new ArrayList<>();

    Stage(int port) {
        this.port = port;
        long seed = Long.getLong("race.seed", System.nanoTime());
        this.random = new Random(seed);
        LOG.info("racing with seed {}", seed);
    }

    CallClient enter(String name) {
        CallClient client = CallClient.of(port, name);
        users.add(client.user());
        return client;
    }

    List<String> users() {
        return List.copyOf(users);
    }

    /** Their answers, in the order in which they stand here. */
    @SafeVarargs
    final List<Answer> race(Supplier<Answer>... racers) {
        return race(Stream.of(racers));
    }

    List<Answer> race(Stream<Supplier<Answer>> racers) {
        List<Supplier<Answer>> all = racers.toList();
        CyclicBarrier start = new CyclicBarrier(all.size());
        return all.stream().map(racer -> started(racer, start)).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private CompletableFuture<Answer> started(Supplier<Answer> racer, CyclicBarrier start) {
        int lead = random.nextInt(LARGEST_LEAD_NANOS);
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                start.await();
                LockSupport.parkNanos(lead);
                answer.complete(racer.get());
            } catch (Exception | AssertionError e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }
}
