package dev.ringline.notification.kafka;

import dev.ringline.contracts.CallEvent;
import dev.ringline.contracts.DeliveryEvent;
import dev.ringline.contracts.MeetingEvent;
import dev.ringline.contracts.MessageEvent;
import dev.ringline.contracts.MessageEvent.MessageWritten;
import dev.ringline.contracts.ProviderEvent;
import dev.ringline.contracts.Topics;
import dev.ringline.contracts.UserEvent;
import dev.ringline.messaging.ReceivedEvent;
import dev.ringline.notification.CallNews;
import dev.ringline.notification.LiveCalls;
import dev.ringline.notification.rules.erasure.Erasure;
import dev.ringline.notification.rules.push.CallPushes;
import dev.ringline.notification.rules.webhook.AppBackend;
import dev.ringline.notification.rules.webhook.WebhookEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * The group's side: one replica per event writes what all replicas must know, what is to be pushed, and what the app's
 * backend is to be told.
 */
@Component
final class ProjectionListener {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionListener.class);

    private final LiveCalls calls;
    private final CallPushes pushes;
    private final AppBackend backend;
    private final Erasure erasure;
    private final Counter suppressed;

    ProjectionListener(LiveCalls calls, CallPushes pushes, AppBackend backend, Erasure erasure, MeterRegistry metrics) {
        this.calls = calls;
        this.pushes = pushes;
        this.backend = backend;
        this.erasure = erasure;
        this.suppressed = metrics.counter("ringline.events.suppressed", "consumer", "notification-projection");
    }

    @KafkaListener(topics = {Topics.CALL_EVENTS, Topics.MESSAGE_EVENTS})
    void on(ReceivedEvent received) {
        switch (received.event()) {
            case CallEvent event -> store(event, received.metadata().id());
            case MessageWritten event -> tellBackend(event, received.metadata().id());
            case MessageEvent _, MeetingEvent _, DeliveryEvent _, UserEvent _, ProviderEvent _ -> {}
        }
    }

    /** Nothing is told of a message to somebody who was erased. */
    private void tellBackend(MessageWritten event, String eventId) {
        if (!backend.wants(WebhookEvent.Type.MESSAGE_CREATED)) {
            return;
        }
        Map<String, String> erased = erasure.erasedAmong(event.participants());
        if (erased.isEmpty()) {
            backend.tell(new WebhookWords(eventId, erased).of(EventWords.of(event)));
        }
        erasure.eraseSince(event.participants(), Set.of());
    }

    /**
     * Nobody is brought back who was erased. What all replicas know comes first; the pushes again even if it was known, for
     * they may not be stored.
     */
    private void store(CallEvent event, String eventId) {
        List<String> users = List.of(event.call().callerId(), event.call().calleeId());
        Map<String, String> erased = erasure.erasedAmong(users);
        CallNews news = EventWords.of(event).replacing(erased);
        boolean isNew = calls.store(news.call());
        if (isNew) {
            LOG.atInfo().addKeyValue("outcome", "stored").log("call known to all replicas");
        } else {
            suppressed.increment();
        }
        pushes.on(news);
        new WebhookWords(eventId, erased).of(event).ifPresent(backend::tell);
        erasure.eraseSince(users, isNew ? erased.keySet() : Set.of()); // an earlier attempt may have come too early
    }
}
