package dev.ringline.call.simulation;

import dev.ringline.messaging.EncodedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The topic of calls: two partitions that keep the order of what is appended to each. */
final class Broker {

    static final int PARTITIONS = 2;

    private final World world;
    private final Ledger ledger;
    private final List<List<Entry>> partitions = Stream.generate(() -> (List<Entry>) new ArrayList<Entry>())
            .limit(PARTITIONS)
            .toList();

    Broker(World world, Ledger ledger) {
        this.world = world;
        this.ledger = ledger;
    }

    record Entry(EncodedEvent event, Instant at) {}

    /** Nobody knows whether the topic has the event. */
    static final class Unacknowledged extends RuntimeException {

        private Unacknowledged() {
            super("no acknowledgement", null, false, false);
        }
    }

    /** Returns when the topic has the event. */
    void publish(EncodedEvent event) {
        world.step();
        boolean arrives = !world.mishap();
        if (arrives) {
            world.tell(() -> "the topic has " + event.id());
            partition(Math.floorMod(event.key().hashCode(), PARTITIONS)).add(new Entry(event, world.now()));
            ledger.told(event);
            world.step();
        }
        if (!arrives || world.mishap()) {
            world.tell(() -> "nobody acknowledges " + event.id());
            throw new Unacknowledged();
        }
    }

    List<Entry> partition(int number) {
        return partitions.get(number);
    }
}
