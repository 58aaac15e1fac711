package dev.ringline.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Sends events and waits for the broker's acknowledgement, one at a time per call. */
public final class EventPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(EventPublisher.class);

    private final KafkaTemplate<String, byte[]> template;
    private final EventCodec codec;
    private final Duration acknowledgement;
    private volatile boolean lastSendFailed;

    EventPublisher(KafkaTemplate<String, byte[]> template, EventCodec codec, Duration acknowledgement) {
        this.template = template;
        this.codec = codec;
        this.acknowledgement = acknowledgement;
    }

    /** Gets to know the topics now, so that the first event need not wait for that. A broker that is away is met later. */
    void meet(Collection<String> topics) {
        try {
            topics.forEach(template::partitionsFor);
        } catch (KafkaException e) {
            LOG.debug("The broker is not there yet", e);
        }
    }

    /**
     * Sends the event and returns when the broker has it.
     *
     * @throws PublishFailedException if there was no acknowledgement in time
     */
    public void publish(EncodedEvent event) {
        try {
            template.send(codec.toRecord(event)).get(acknowledgement.toMillis(), TimeUnit.MILLISECONDS);
            lastSendFailed = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishFailedException(event, e);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            lastSendFailed = true;
            throw new PublishFailedException(event, e);
        }
    }

    /** Whether the last send of this process failed: then nobody but the sweeper should try, until one succeeds. */
    public boolean lastSendFailed() {
        return lastSendFailed;
    }
}
