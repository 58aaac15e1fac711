package dev.ringline.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Runs steps at the same time and fails with the first one that failed. */
final class SideBySide implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> begun = new ArrayList<>();

    void begin(Stream<Runnable> steps) {
        steps.map(threads::submit).forEach(begun::add);
    }

    /** Returns when every step that was begun is done. */
    void finish() {
        for (var step : begun) {
            await(step);
        }
        begun.clear();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }

    private static void await(Future<?> step) {
        try {
            step.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
