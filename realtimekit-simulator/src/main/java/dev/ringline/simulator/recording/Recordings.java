package dev.ringline.simulator.recording;

import dev.ringline.simulator.RefusedException;
import dev.ringline.simulator.recording.Recording.Action;
import dev.ringline.simulator.recording.Recording.Caller;
import dev.ringline.simulator.recording.Recording.Status;
import dev.ringline.simulator.recording.Recording.StopReason;
import dev.ringline.simulator.recording.Recording.Stopped;
import dev.ringline.simulator.recording.Recording.Wish;
import dev.ringline.simulator.room.Meeting;
import dev.ringline.simulator.room.Session;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The recordings of an app. Every method is one step: several threads may call at once. */
public final class Recordings {

    private final InstantSource clock;
    private final Consumer<Recording> listener;
    private final SequencedMap<UUID, Recording> byId = new LinkedHashMap<>();

    /** @param listener hears of every change of status; it must not wait */
    public Recordings(InstantSource clock, Consumer<Recording> listener) {
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Calls for a recorder. It joins at once if a session runs, else with the next session.
     *
     * @param live the session that runs; null if none does
     * @param besideOthers whether another recording of the meeting may run
     * @return as it was called for, before the recorder joined
     * @throws RefusedException 409 if another one runs
     */
    public synchronized Recording start(Meeting meeting, Wish wish, @Nullable Session live, boolean besideOthers) {
        if (!besideOthers && active(meeting.id()).isPresent()) {
            throw RefusedException.conflict("A recording is already running for meeting_id " + meeting.id());
        }
        Recording invoked = store(Recording.invoke(meeting, wish, clock.instant()));
        if (live != null) {
            store(invoked.joined(live, clock.instant()));
        }
        return invoked;
    }

    /** From the newest. */
    public synchronized List<Recording> all() {
        return List.copyOf(byId.sequencedValues().reversed());
    }

    /** @throws RefusedException if there is no such recording */
    public synchronized Recording get(UUID id) {
        return Optional.ofNullable(byId.get(id)).orElseThrow(RefusedException::notFound);
    }

    /** The newest of a meeting that has not stopped. */
    public synchronized Optional<Recording> active(UUID meetingId) {
        return byId.sequencedValues().reversed().stream()
                .filter(recording -> recording.meeting().id().equals(meetingId))
                .filter(recording -> !recording.status().isOver())
                .findFirst();
    }

    /**
     * Stops, pauses or resumes. What is stopped is uploaded at once.
     *
     * @return right after the action: a stopped one is UPLOADING
     * @throws RefusedException 404 if there is no such recording, 409 if that cannot be asked of it now
     */
    public synchronized Recording act(UUID id, Action action, Caller caller) {
        Stopped how = new Stopped(clock.instant(), StopReason.API_CALL, caller);
        Recording changed = store(get(id).act(action, how));
        if (changed.status() == Status.UPLOADING) {
            store(changed.become(Status.UPLOADED));
        }
        return changed;
    }

    /**
     * Lets a recording fail.
     *
     * @throws RefusedException 404 if there is no such recording, 409 if it is over
     */
    public synchronized Recording fail(UUID id) {
        Recording before = get(id);
        if (before.status().isOver()) {
            throw RefusedException.conflict("The recording is " + before.status());
        }
        return store(before.stop(new Stopped(clock.instant(), StopReason.INTERNAL_ERROR, null))
                .become(Status.ERRORED));
    }

    /** Recorders that were called for join; a meeting that records by itself calls for one. */
    public synchronized void sessionStarted(Meeting meeting, Session session) {
        if (meeting.settings().recordOnStart() && active(meeting.id()).isEmpty()) {
            store(Recording.invoke(meeting, new Wish(null, null, true), clock.instant()));
        }
        of(meeting).stream()
                .filter(recording -> recording.status() == Status.INVOKED)
                .forEach(recording -> store(recording.joined(session, clock.instant())));
    }

    /** Recorders leave with the last of the others. */
    public synchronized void sessionEnded(Meeting meeting) {
        of(meeting).stream()
                .filter(recording -> !recording.status().isOver())
                .forEach(recording ->
                        store(store(recording.stop(new Stopped(clock.instant(), StopReason.ALL_PEERS_LEFT, null)))
                                .become(Status.UPLOADED)));
    }

    private List<Recording> of(Meeting meeting) {
        return byId.values().stream()
                .filter(recording -> recording.meeting().id().equals(meeting.id()))
                .toList();
    }

    private Recording store(Recording recording) {
        byId.put(recording.id(), recording);
        listener.accept(recording);
        return recording;
    }
}
