package dev.ringline.meeting;

import java.util.List;

/** One decision: the next state and what is announced with it, to be stored together or not at all. */
public record Change(Provisioning next, List<Announcement> announcements) {

    public Change {
        announcements = List.copyOf(announcements);
    }

    /** The version that the stored state must have for the change to be made. */
    public long expectedVersion() {
        return next.counters().version() - 1;
    }
}
