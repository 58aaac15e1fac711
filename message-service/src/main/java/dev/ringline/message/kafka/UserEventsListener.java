package dev.ringline.message.kafka;

import dev.ringline.contracts.Topics;
import dev.ringline.contracts.UserEvent.UserErased;
import dev.ringline.message.Erasure;
import dev.ringline.messaging.ReceivedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Has erased users taken out of the messages. It keeps no sequences: erasing again finds nothing. It reads on its own, so
 * that a user with many messages holds up no call's line.
 */
@Component
class UserEventsListener {

    private static final Logger LOG = LoggerFactory.getLogger(UserEventsListener.class);

    private final Erasure erasure;

    UserEventsListener(Erasure erasure) {
        this.erasure = erasure;
    }

    @KafkaListener(topics = Topics.USER_EVENTS)
    void on(ReceivedEvent received) {
        if (received.event() instanceof UserErased erased) {
            long changed = erasure.erase(erased.userId());
            LOG.atInfo().addKeyValue("outcome", "erased").log("user taken out of {} messages", changed);
        }
    }
}
