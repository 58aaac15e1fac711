package dev.ringline.notification.kafka;

import dev.ringline.contracts.CallEvent;
import dev.ringline.contracts.DeliveryEvent;
import dev.ringline.contracts.MeetingEvent;
import dev.ringline.contracts.MessageEvent.MessageWritten;
import dev.ringline.contracts.ProviderEvent;
import dev.ringline.contracts.UserEvent.CallsSeen;
import dev.ringline.contracts.UserEvent.UserErased;
import dev.ringline.messaging.EventMetadata;
import dev.ringline.messaging.ReceivedEvent;
import dev.ringline.notification.Delivery;
import dev.ringline.notification.Frames;
import dev.ringline.notification.LiveCalls;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The replica's side: turns every event into frames, on the one thread that reads; it must never wait. */
public final class LiveReader implements Consumer<ReceivedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(LiveReader.class);

    private final LiveCalls calls;
    private final ToIntFunction<Delivery> streams;
    private final Counter suppressed;

    /**
     * @param streams takes a frame to the streams of its audience and says how many these are
     */
    public LiveReader(LiveCalls calls, ToIntFunction<Delivery> streams, MeterRegistry metrics) {
        this.calls = calls;
        this.streams = streams;
        this.suppressed = metrics.counter("ringline.events.suppressed", "consumer", "notification-stream");
    }

    @Override
    public void accept(ReceivedEvent received) {
        switch (received.event()) {
            case CallEvent event ->
                calls.learn(EventWords.of(event))
                        .ifPresentOrElse(frames -> send(frames, received.metadata()), suppressed::increment);
            case MessageWritten event -> send(Frames.of(EventWords.of(event)), received.metadata());
            case CallsSeen event -> send(List.of(Frames.seen(event.userId(), event.upTo())), received.metadata());
            case MeetingEvent _, DeliveryEvent _, UserErased _, ProviderEvent _ -> {}
        }
    }

    private void send(List<Delivery> deliveries, EventMetadata event) {
        int reached = deliveries.stream().mapToInt(streams).sum();
        if (reached > 0) {
            tell(event, reached);
        }
    }

    /** By way of the MDC, because a key that stands there, too, would break the line. */
    private static void tell(EventMetadata event, int reached) {
        try (var _ = MDC.putCloseable("callId", event.subject());
                var _ = MDC.putCloseable("eventId", event.id());
                var _ = MDC.putCloseable("eventType", event.type())) {
            LOG.atInfo()
                    .addKeyValue("outcome", "fanned-out")
                    .addKeyValue("streams", reached)
                    .log("event sent to streams");
        }
    }
}
