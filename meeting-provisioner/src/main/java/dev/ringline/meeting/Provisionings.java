package dev.ringline.meeting;

import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The provisionings that are known, one per call. Each write is atomic, events included, and arms its due time. */
public interface Provisionings {

    Optional<Provisioning> find(String callId);

    /** Stores the first state of a call; false when the call is known. */
    boolean insert(Provisioning first);

    /** Stores a change; false when the stored state is not the one that was decided upon. */
    boolean store(Change change);

    /** Sees to it that the work is done when it is due, by this process if it lives. */
    void arm(Provisioning provisioning);

    /**
     * Loads, decides and stores until nobody was in between.
     *
     * @param decision empty when nothing is to change
     * @return the state that was stored; empty when nothing changed
     */
    default Optional<Provisioning> change(String callId, Function<Provisioning, Optional<Change>> decision) {
        for (int attempt = 0; attempt < 20; attempt++) {
            Optional<Change> change = find(callId).flatMap(decision);
            if (change.isEmpty() || store(change.get())) {
                return change.map(Change::next);
            }
        }
        throw new ConcurrentModificationException("The provisioning of call " + callId + " changes all the time");
    }

    /** One decision: the next state and what is announced with it, to be stored together or not at all. */
    record Change(Provisioning next, List<Announcement> announcements) {

        public Change {
            announcements = List.copyOf(announcements);
        }

        /** The version that the stored state must have for the change to be made. */
        public long expectedVersion() {
            return next.counters().version() - 1;
        }
    }
}
