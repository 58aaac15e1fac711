package dev.ringline.notification.kafka;

import dev.ringline.contracts.CallEvent;
import dev.ringline.contracts.DeliveryEvent;
import dev.ringline.contracts.MeetingEvent;
import dev.ringline.contracts.MessageEvent.MessageWritten;
import dev.ringline.contracts.ProviderEvent;
import dev.ringline.contracts.UserEvent;
import dev.ringline.messaging.ReceivedEvent;
import dev.ringline.notification.Delivery;
import dev.ringline.notification.Frames;
import dev.ringline.notification.LiveCalls;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Consumer;

/** The replica's side: turns every event into frames, on the one thread that reads; it must never wait. */
public final class LiveReader implements Consumer<ReceivedEvent> {

    private final LiveCalls calls;
    private final Consumer<Delivery> connections;
    private final Counter suppressed;

    public LiveReader(LiveCalls calls, Consumer<Delivery> connections, MeterRegistry metrics) {
        this.calls = calls;
        this.connections = connections;
        this.suppressed = metrics.counter("ringline.events.suppressed", "consumer", "notification-stream");
    }

    @Override
    public void accept(ReceivedEvent received) {
        switch (received.event()) {
            case CallEvent event ->
                calls.learn(EventWords.of(event)).ifPresentOrElse(this::send, suppressed::increment);
            case MessageWritten event -> send(Frames.of(EventWords.of(event)));
            case MeetingEvent _, DeliveryEvent _, UserEvent _, ProviderEvent _ -> {}
        }
    }

    private void send(List<Delivery> deliveries) {
        deliveries.forEach(connections);
    }
}
