package dev.ringline.e2e.campaign;

import dev.ringline.e2e.checker.StoredCall;
import dev.ringline.e2e.stage.Stage;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stories that begin at a steady mean rate whatever becomes of the earlier ones, with the gaps of chance between them. Only
 * when very many are open does one stay away.
 */
final class Load implements AutoCloseable {

    private static final int PEOPLE = 120;
    private static final int MOST_OPEN = 60;
    private static final Duration MEAN_GAP = Duration.ofSeconds(1);

    private final Stage stage;
    private final Random random;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore open = new Semaphore(MOST_OPEN);
    private final AtomicInteger stories = new AtomicInteger();

    private Load(Stage stage, Random random) {
        this.stage = stage;
        this.random = random;
    }

    static Load begin(Stage stage, Random random) {
        var load = new Load(stage, random);
        load.arrive();
        return load;
    }

    int stories() {
        return stories.get();
    }

    /** Returns when the last story is told, and nobody is in a call any more. */
    void finish() {
        clock.shutdownNow();
        threads.close();
        stage.live().forEach(this::end);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        threads.shutdownNow();
    }

    private void arrive() {
        if (clock.isShutdown()) {
            return;
        }
        if (open.tryAcquire()) {
            var story = new Story(stage, random.nextInt(PEOPLE), new Random(random.nextLong()));
            stories.incrementAndGet();
            threads.execute(() -> {
                try {
                    story.run();
                } finally {
                    open.release();
                }
            });
        }
        long gap = Math.round(-Math.log(1 - random.nextDouble()) * MEAN_GAP.toNanos());
        var _ = clock.schedule(this::arrive, gap, TimeUnit.NANOSECONDS);
    }

    /** An unknown outcome may have left it behind. */
    private void end(StoredCall call) {
        var caller = stage.device(call.callerId(), "phone");
        stage.insist(0, at -> caller.command(at, "end", call.id()));
    }
}
