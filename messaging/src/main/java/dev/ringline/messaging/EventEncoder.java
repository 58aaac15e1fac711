package dev.ringline.messaging;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.ringline.contracts.Event;
import dev.ringline.contracts.EventType;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns events of this service into their wire form, at the moment of the decision. */
public final class EventEncoder {

    private final EventCodec codec;
    private final String source;
    private final Supplier<@Nullable String> traceparent;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    EventEncoder(EventCodec codec, String source, Supplier<@Nullable String> traceparent) {
        this.codec = codec;
        this.source = source;
        this.traceparent = traceparent;
    }

    /** An encoder without tracing, for programs that are no service (tests, tools). */
    public static EventEncoder forSource(String source) {
        return new EventEncoder(new EventCodec(), source, () -> null);
    }

    public EncodedEvent encode(Event event, Instant at) {
        EventType type = EventType.of(event);
        return new EncodedEvent(
                ids.generate().toString(),
                type.wireName(),
                source,
                event.subject(),
                at,
                event.sequence(),
                type.topic(),
                event.key(),
                traceparent.get(),
                codec.body(event));
    }
}
