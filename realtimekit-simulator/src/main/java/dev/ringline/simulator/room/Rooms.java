package dev.ringline.simulator.room;

import dev.ringline.simulator.RefusedException;
import dev.ringline.simulator.room.Meeting.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;

/** Every meeting of the app. Safe for use by several threads. */
public final class Rooms {

    private final Surroundings around;
    private final SequencedMap<UUID, Room> byId = new LinkedHashMap<>();

    public Rooms(Surroundings around) {
        this.around = around;
    }

    public Room open(Settings settings) {
        Room room = new Room(settings, around);
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

    /** Every session that ever ran, from the newest. */
    public List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (Room room : newestFirst()) {
            Meeting meeting = room.meeting();
            room.sessions().forEach(session -> runs.add(new Run(meeting, session)));
        }
        runs.sort(Comparator.comparing((Run run) -> run.session().startedAt()).reversed());
        return runs;
    }

    /** A session and the meeting it ran in. */
    public record Run(Meeting meeting, Session session) {}

    /** Forgets every meeting. */
    public void clear() {
        synchronized (byId) {
            byId.clear();
        }
    }
}
