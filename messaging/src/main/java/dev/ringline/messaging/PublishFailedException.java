package dev.ringline.messaging;

/** The broker did not acknowledge an event in time; it may or may not be in the topic. */
public class PublishFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PublishFailedException(EncodedEvent event, Throwable cause) {
        super("Event %s (%s) was not acknowledged".formatted(event.id(), event.type()), cause);
    }
}
