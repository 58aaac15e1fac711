package dev.ringline.notification.kafka;

import dev.ringline.contracts.CallEvent;
import dev.ringline.contracts.DeliveryEvent;
import dev.ringline.contracts.MeetingEvent;
import dev.ringline.contracts.MessageEvent;
import dev.ringline.contracts.ProviderEvent;
import dev.ringline.contracts.Topics;
import dev.ringline.contracts.UserEvent;
import dev.ringline.messaging.ReceivedEvent;
import dev.ringline.notification.LiveCalls;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * The group's side: one replica per event writes what all replicas must know. Messages and what users have seen leave
 * nothing behind here; they are read so that a broken one becomes a dead letter.
 */
@Component
final class ProjectionListener {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionListener.class);

    private final LiveCalls calls;
    private final Counter suppressed;

    ProjectionListener(LiveCalls calls, MeterRegistry metrics) {
        this.calls = calls;
        this.suppressed = metrics.counter("ringline.events.suppressed", "consumer", "notification-projection");
    }

    @KafkaListener(topics = {Topics.CALL_EVENTS, Topics.MESSAGE_EVENTS, Topics.USER_EVENTS})
    void on(ReceivedEvent received) {
        switch (received.event()) {
            case CallEvent event -> store(event);
            case MessageEvent _, MeetingEvent _, DeliveryEvent _, UserEvent _, ProviderEvent _ -> {}
        }
    }

    private void store(CallEvent event) {
        if (calls.store(EventWords.of(event).call())) {
            LOG.atInfo().addKeyValue("outcome", "stored").log("call known to all replicas");
        } else {
            suppressed.increment();
        }
    }
}
