package dev.ringline.duework;

import dev.ringline.messaging.EncodedEvent;
import java.util.List;

/**
 * Keeps events after they were told. An event leaves its document only when the archive has it, so none is missing there;
 * one may come more than once.
 */
@FunctionalInterface
public interface EventArchive {

    /** Nothing is kept. */
    EventArchive NONE = _ -> {};

    /** Keeps the events; if it throws, they come again. */
    void keep(List<EncodedEvent> events);
}
