package dev.ringline.meeting;

import dev.ringline.meeting.Provisionings.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Provisionings in memory: as {@link ProvisioningsContract} demands of every kind, with what was told and armed. */
final class RememberedProvisionings implements Provisionings {

    private final Map<String, Provisioning> known = new ConcurrentHashMap<>();
    private final List<Announcement> announcements = new CopyOnWriteArrayList<>();
    private final List<Provisioning> armed = new ArrayList<>();
    private int writesUntilCrash = Integer.MAX_VALUE;

    @Override
    public Optional<Provisioning> find(String callId) {
        return Optional.ofNullable(known.get(callId));
    }

    @Override
    public boolean insert(Provisioning first) {
        return known.putIfAbsent(first.call().callId(), first) == null;
    }

    @Override
    public boolean store(Change change) {
        String callId = change.next().call().callId();
        Provisioning current = known.get(callId);
        boolean isCurrent = current != null && current.counters().version() == change.expectedVersion();
        boolean stored = isCurrent && known.replace(callId, current, change.next());
        if (stored) {
            announcements.addAll(change.announcements());
            crashIfItIsTime();
        }
        return stored;
    }

    /** Breaks right after this many more writes, once. */
    void crashAfter(int writes) {
        writesUntilCrash = writes;
    }

    private void crashIfItIsTime() {
        writesUntilCrash--;
        if (writesUntilCrash == 0) {
            throw new IllegalStateException("crash");
        }
    }

    @Override
    public void arm(Provisioning provisioning) {
        armed.add(provisioning);
    }

    List<Announcement> announcements() {
        return announcements;
    }

    List<Provisioning> armed() {
        return armed;
    }
}
