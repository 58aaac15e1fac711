package dev.ringline.call.simulation;

import dev.ringline.call.rules.Call;
import dev.ringline.call.simulation.Consumers.Reader;
import dev.ringline.call.simulation.story.Interleaving.Died;
import dev.ringline.call.simulation.story.Interleaving.Process;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Lets time pass, and with it what happens every moment: sweeps on each process, and the consumers' reading. What is stored
 * as due is swept before it is late by more than a sweep may be; what nobody stored as due is nobody's concern, and the
 * promises see it.
 */
final class Clockwork {

    /** How late what is due may be done by whoever sweeps it up, clocks that are off included. */
    private static final Duration LATEST_SWEEP = Duration.ofMillis(1_500);

    private static final int MOST_ROUNDS = 4;
    private static final int MOST_ROUNDS_AFTERWARDS = 200;

    private final World world;
    private final Database database;
    private final Ledger ledger;
    private final Consumers consumers;
    private final List<Replica> replicas;

    Clockwork(World world, Database database, Ledger ledger, Consumers consumers, List<Replica> replicas) {
        this.world = world;
        this.database = database;
        this.ledger = ledger;
        this.consumers = consumers;
        this.replicas = replicas;
    }

    void pass(Duration time) {
        Instant target = world.now().plus(time);
        for (int round = 0; round < MOST_ROUNDS && world.now().isBefore(target); round++) {
            Instant due = due();
            Instant latest = due.equals(Instant.MAX) ? due : due.plusMillis(world.upTo((int) LATEST_SWEEP.toMillis()));
            become(target.isBefore(latest) ? target : latest);
            if (!due.isAfter(world.now())) {
                everyMoment();
            }
        }
    }

    /** Until nothing is due any more. */
    void passAll() {
        Instant due = due();
        for (int round = 0; !due.equals(Instant.MAX); round++) {
            Promise.I10.keep(round < MOST_ROUNDS_AFTERWARDS, "it never comes to an end");
            become(due.plusMillis(500));
            everyMoment();
            due = due();
        }
        become(world.now().plusSeconds(61));
    }

    private void become(Instant now) {
        world.become(now);
        ledger.checkTime(consumers);
    }

    private void everyMoment() {
        replicas.forEach(replica -> in(replica, replica::sweep));
        for (Reader reader : consumers.readers()) {
            in(reader, reader::readAll);
        }
    }

    private void in(Process process, Runnable work) {
        try {
            world.interleaving().in(process, work);
        } catch (Died e) {
            // others go on
        }
    }

    /** When the first thing is due that somebody has to do. */
    private Instant due() {
        Instant first = Instant.MAX;
        for (Call call : database.all()) {
            first = earlier(first, call.nextDeadline().orElse(Instant.MAX));
            first = earlier(first, call.followUpDue().orElse(Instant.MAX));
            first = earlier(first, database.pending().due(call.id()).orElse(Instant.MAX));
        }
        for (Reader reader : consumers.readers()) {
            first = earlier(first, reader.unreadSince());
        }
        return first;
    }

    private static Instant earlier(Instant one, Instant other) {
        return other.isBefore(one) ? other : one;
    }
}
