package dev.ringline.simulator;

import dev.ringline.simulator.Meeting.Settings;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;

/** Every meeting of the app. Safe for use by several threads. */
public final class Rooms {

    private final InstantSource clock;
    private final SequencedMap<UUID, Room> byId = new LinkedHashMap<>();

    public Rooms(InstantSource clock) {
        this.clock = clock;
    }

    public Room open(Settings settings) {
        Room room = new Room(settings, clock);
        synchronized (byId) {
            byId.put(room.meeting().id(), room);
        }
        return room;
    }

    /** @throws RefusedException if there is no such meeting */
    public Room get(UUID meetingId) {
        return find(meetingId).orElseThrow(RefusedException::notFound);
    }

    public Optional<Room> find(UUID meetingId) {
        synchronized (byId) {
            return Optional.ofNullable(byId.get(meetingId));
        }
    }

    public List<Room> newestFirst() {
        synchronized (byId) {
            return List.copyOf(byId.sequencedValues().reversed());
        }
    }

    /** Forgets every meeting. */
    public void clear() {
        synchronized (byId) {
            byId.clear();
        }
    }
}
