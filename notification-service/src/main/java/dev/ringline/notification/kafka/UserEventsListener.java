package dev.ringline.notification.kafka;

import dev.ringline.contracts.Topics;
import dev.ringline.contracts.UserEvent.UserErased;
import dev.ringline.messaging.ReceivedEvent;
import dev.ringline.notification.rules.erasure.Erasure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Has erased users forgotten. It keeps no sequences: erasing again finds nothing. It reads on its own and holds up no ring. */
@Component
final class UserEventsListener {

    private static final Logger LOG = LoggerFactory.getLogger(UserEventsListener.class);

    private final Erasure erasure;

    UserEventsListener(Erasure erasure) {
        this.erasure = erasure;
    }

    @KafkaListener(topics = Topics.USER_EVENTS)
    void on(ReceivedEvent received) {
        if (received.event() instanceof UserErased erased) {
            erasure.erase(erased.userId());
            LOG.atInfo().addKeyValue("outcome", "erased").log("user forgotten");
        }
    }
}
