package dev.ringline.messaging.listening;

import dev.ringline.contracts.EventType;
import dev.ringline.contracts.Topics;
import dev.ringline.messaging.EventCodec;
import dev.ringline.messaging.ReceivedEvent;
import dev.ringline.messaging.listening.AssignedReader.Subscription;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.function.Consumer;

/** Makes readers that follow whole topics without a group. */
public final class AssignedReaders {

    private final Map<String, Object> settings;
    private final EventCodec codec;
    private final MeterRegistry metrics;

    AssignedReaders(Map<String, Object> settings, EventCodec codec, MeterRegistry metrics) {
        this.settings = Map.copyOf(settings);
        this.codec = codec;
        this.metrics = metrics;
    }

    /** A reader that hands every event of the subscription to {@code handler}, on one thread, in order per key. */
    public AssignedReader reader(Subscription subscription, Consumer<ReceivedEvent> handler) {
        SequenceGaps gaps = new SequenceGaps(metrics);
        return new AssignedReader(settings, codec, subscription, received -> {
            if (!Topics.isCompacted(EventType.of(received.event()).topic())) {
                gaps.watch(received.metadata());
            }
            handler.accept(received);
        });
    }
}
