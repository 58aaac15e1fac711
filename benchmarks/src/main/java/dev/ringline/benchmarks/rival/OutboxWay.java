package dev.ringline.benchmarks.rival;

import dev.ringline.duework.DocumentStore;
import dev.ringline.messaging.EncodedEvent;
import java.util.List;

/** The event is part of the write, and leaves from there. */
record OutboxWay(DocumentStore<ThingDocument> things) implements Way {

    @Override
    public void insert(ThingDocument thing, EncodedEvent event) {
        things.insert(thing, List.of(event));
    }

    @Override
    public ThingDocument find(String id) {
        return things.find(id).orElseThrow();
    }

    @Override
    public void change(ThingDocument next, EncodedEvent event) {
        if (!things.compareAndSet(next, next.version() - 1, List.of(event))) {
            throw new IllegalStateException("Somebody else wrote " + next.id());
        }
    }
}
