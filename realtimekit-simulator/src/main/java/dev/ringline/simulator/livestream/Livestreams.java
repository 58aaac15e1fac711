package dev.ringline.simulator.livestream;

import dev.ringline.simulator.RefusedException;
import dev.ringline.simulator.livestream.Livestream.Status;
import dev.ringline.simulator.room.Meeting;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The livestreams of an app. Every method is one step: several threads may call at once. */
public final class Livestreams {

    private final InstantSource clock;
    private final Consumer<Livestream> listener;
    private final SequencedMap<UUID, Livestream> byId = new LinkedHashMap<>();

    /** @param listener hears of every change of status; it must not wait */
    public Livestreams(InstantSource clock, Consumer<Livestream> listener) {
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Streams a meeting: at once if a session runs, else with the next session.
     *
     * @throws RefusedException 409 if it is streamed already
     */
    public synchronized Livestream start(Meeting meeting, @Nullable String name, boolean live) {
        if (active(meeting.id()).isPresent()) {
            throw RefusedException.conflict("A livestream is already running for meeting_id " + meeting.id());
        }
        Livestream invoked = Livestream.create(name, meeting, Status.INVOKED, clock.instant());
        return store(live ? invoked.live(clock.instant()) : invoked);
    }

    /** A stream that shows no meeting. */
    public synchronized Livestream create(@Nullable String name) {
        return store(Livestream.create(name, null, Status.IDLE, clock.instant()));
    }

    /** @throws RefusedException 404 if the meeting is not streamed */
    public synchronized Livestream stop(UUID meetingId) {
        return store(active(meetingId).orElseThrow(RefusedException::notFound).stopped(clock.instant()));
    }

    /** Of a meeting. */
    public synchronized Optional<Livestream> active(UUID meetingId) {
        return byId.values().stream()
                .filter(Livestream::isActive)
                .filter(stream ->
                        stream.meeting() != null && stream.meeting().id().equals(meetingId))
                .findFirst();
    }

    /** @throws RefusedException if there is no such stream */
    public synchronized Livestream get(UUID id) {
        return Optional.ofNullable(byId.get(id)).orElseThrow(RefusedException::notFound);
    }

    /** From the newest. */
    public synchronized List<Livestream> all() {
        return List.copyOf(byId.sequencedValues().reversed());
    }

    /** Streams that were asked for begin; a meeting that streams by itself asks for one. */
    public synchronized void sessionStarted(Meeting meeting) {
        Optional<Livestream> asked = active(meeting.id());
        if (asked.isEmpty() && meeting.settings().liveStreamOnStart()) {
            asked = Optional.of(Livestream.create(null, meeting, Status.INVOKED, clock.instant()));
        }
        asked.ifPresent(stream -> store(stream.live(clock.instant())));
    }

    public synchronized void sessionEnded(Meeting meeting) {
        active(meeting.id()).ifPresent(stream -> store(stream.stopped(clock.instant())));
    }

    private Livestream store(Livestream stream) {
        byId.put(stream.id(), stream);
        listener.accept(stream);
        return stream;
    }
}
