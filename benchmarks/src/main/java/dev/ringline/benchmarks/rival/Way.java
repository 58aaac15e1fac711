package dev.ringline.benchmarks.rival;

import dev.ringline.messaging.EncodedEvent;

/** How a thing is stored and told. */
sealed interface Way permits OutboxWay, NaiveWay {

    void insert(ThingDocument thing, EncodedEvent event);

    ThingDocument find(String id);

    /** {@code next} has one version more than what is stored. */
    void change(ThingDocument next, EncodedEvent event);
}
