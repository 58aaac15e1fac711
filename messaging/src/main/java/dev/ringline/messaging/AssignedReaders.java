package dev.ringline.messaging;

import dev.ringline.messaging.AssignedReader.Subscription;
import java.util.Map;
import java.util.function.Consumer;

/** Makes readers that follow whole topics without a group. */
public final class AssignedReaders {

    private final Map<String, Object> settings;
    private final EventCodec codec;

    AssignedReaders(Map<String, Object> settings, EventCodec codec) {
        this.settings = Map.copyOf(settings);
        this.codec = codec;
    }

    /** A reader that hands every event of the subscription to {@code handler}, on one thread, in order per key. */
    public AssignedReader reader(Subscription subscription, Consumer<ReceivedEvent> handler) {
        return new AssignedReader(settings, codec, subscription, handler);
    }
}
