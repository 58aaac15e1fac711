package dev.ringline.call.simulation.outbox;

import dev.ringline.messaging.EncodedEvent;
import java.time.Instant;
import java.util.List;

/** The events that wait in documents to be told. */
public interface Pending {

    /** Adds events, in the write of their document. */
    void add(String id, List<EncodedEvent> events, Instant now);

    /** What waits in the document, in the order in which it was added. */
    List<EncodedEvent> of(String id);

    /** Whether a sweep would find the document. */
    boolean isDue(String id, Instant now);

    /** Takes out what was told. */
    void mark(String id, List<EncodedEvent> told);
}
