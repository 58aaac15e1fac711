package dev.ringline.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;

/**
 * Runs actors in one of all the orders in which their steps can fall, chosen by a seed. Only one actor runs at a time,
 * each until its next step; so the same seed gives the same run.
 */
final class Interleaving {

    private final Random random;
    private final List<Actor> waiting = new ArrayList<>();
    private final Semaphore settled = new Semaphore(0);
    private final ThreadLocal<Actor> running = new ThreadLocal<>();
    private Throwable failure;

    Interleaving(Random random) {
        this.random = random;
    }

    private record Actor(Semaphore turn) {}

    /** Adds an actor that begins when the scheduler lets it. */
    void add(Runnable script) {
        Actor actor = new Actor(new Semaphore(0));
        waiting.add(actor);
        Thread.ofVirtual().start(() -> play(actor, script));
    }

    /** An actor's next step: others may come first. */
    void step() {
        Actor actor = running.get();
        waiting.add(actor);
        settled.release();
        actor.turn().acquireUninterruptibly();
    }

    /** Plays all actors to their ends, or to the first failure. */
    void run() throws Throwable {
        while (!waiting.isEmpty() && failure == null) {
            waiting.remove(random.nextInt(waiting.size())).turn().release();
            settled.acquireUninterruptibly();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void play(Actor actor, Runnable script) {
        actor.turn().acquireUninterruptibly();
        running.set(actor);
        try {
            script.run();
        } catch (Throwable e) {
            failure = e;
        } finally {
            settled.release();
        }
    }
}
