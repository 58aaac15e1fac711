package dev.ringline.duework.relay;

import dev.ringline.messaging.EncodedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Tells what is pending in a document: every event, in order, each one acknowledged before the next, up to the first
 * failure. Then what was acknowledged is handed over to be taken out.
 *
 * <p>Telling only one's own event, going on after a failure, or taking out before the acknowledgement would each lose or
 * misorder events.
 */
public final class Relay {

    private final Consumer<EncodedEvent> publisher;
    private final BiConsumer<Object, List<EncodedEvent>> marks;

    /**
     * @param publisher returns when the broker has the event, else throws
     * @param marks takes acknowledged events out of the document with this id, now or later, or never
     */
    public Relay(Consumer<EncodedEvent> publisher, BiConsumer<Object, List<EncodedEvent>> marks) {
        this.publisher = publisher;
        this.marks = marks;
    }

    /**
     * Tells the events that are pending in one document. A failure of the publisher is passed on.
     *
     * @param pending all of them, in the order in which they were stored
     */
    public void tell(Object id, List<EncodedEvent> pending) {
        List<EncodedEvent> acknowledged = new ArrayList<>();
        try {
            for (EncodedEvent event : pending) {
                publisher.accept(event);
                acknowledged.add(event);
            }
        } finally {
            marks.accept(id, List.copyOf(acknowledged));
        }
    }
}
