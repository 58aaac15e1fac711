package dev.ringline.call.simulation.story;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;

/**
 * Runs actors in one of all the orders in which their steps can fall, chosen by a seed. Only one actor runs at a time,
 * each until a step at which another is chosen; so the same seed gives the same run.
 */
public final class Interleaving {

    private final SplittableRandom random;
    private final int perseverance;
    private final List<Actor> waiting = new ArrayList<>();
    private final Semaphore over = new Semaphore(0);
    private Actor running = new Actor(() -> {});
    private Throwable failure;

    /** @param perseverance in how many of a hundred steps an actor goes on before anybody else does */
    public Interleaving(SplittableRandom random, int perseverance) {
        this.random = random;
        this.perseverance = perseverance;
    }

    /** Something that can die, and with it everything that runs in it. */
    public interface Process {

        /** How often it has died. */
        int deaths();
    }

    /** The process died in which the running actor was. */
    public static final class Died extends Error {

        private Died() {
            super("died", null, false, false);
        }
    }

    /** The run is over because of a failure elsewhere. */
    private static final class Abandoned extends Error {

        private Abandoned() {
            super("abandoned", null, false, false);
        }
    }

    private static final class Actor {

        private final Runnable script;
        private final Semaphore turn = new Semaphore(0);
        private boolean started;
        private Process process = () -> 0;
        private int deaths;

        private Actor(Runnable script) {
            this.script = script;
        }
    }

    /** Adds an actor that begins when its turn comes. */
    public void add(Runnable script) {
        waiting.add(new Actor(script));
    }

    /** Does something as a part of {@code process}: if that dies meanwhile, so does this. */
    public void in(Process process, Runnable work) {
        Actor me = running;
        Process before = me.process;
        int deathsBefore = me.deaths;
        me.process = process;
        me.deaths = process.deaths();
        try {
            work.run();
        } finally {
            me.process = before;
            me.deaths = deathsBefore;
        }
    }

    /** The running actor's next step: others may come first. */
    public void step() {
        Actor me = running;
        if (failure == null && !waiting.isEmpty() && random.nextInt(100) >= perseverance) {
            resume(waiting.set(random.nextInt(waiting.size()), me));
            me.turn.acquireUninterruptibly();
        }
        if (failure != null) {
            throw new Abandoned();
        }
        if (me.process.deaths() != me.deaths) {
            throw new Died();
        }
    }

    /** Plays all actors to their ends, or to the first failure. */
    public void run() throws Throwable {
        if (!waiting.isEmpty()) {
            next();
            over.acquireUninterruptibly();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void next() {
        int chosen = random.nextInt(waiting.size());
        Actor last = waiting.removeLast();
        resume(chosen == waiting.size() ? last : waiting.set(chosen, last));
    }

    private void resume(Actor actor) {
        running = actor;
        if (actor.started) {
            actor.turn.release();
        } else {
            actor.started = true;
            Thread.startVirtualThread(() -> play(actor));
        }
    }

    private void play(Actor actor) {
        try {
            if (failure == null) {
                actor.script.run();
            }
        } catch (Died | Abandoned e) {
            // whatever it was at is left as it is
        } catch (Throwable e) {
            failure = e;
        }
        if (waiting.isEmpty()) {
            over.release();
        } else {
            next();
        }
    }
}
