package dev.ringline.simulator.room;

import dev.ringline.simulator.Behaviour.Duplicates;
import dev.ringline.simulator.RefusedException;
import dev.ringline.simulator.room.Meeting.Settings;
import dev.ringline.simulator.room.Meeting.Status;
import dev.ringline.simulator.room.Participant.Profile;
import dev.ringline.simulator.room.RoomEvent.Reason;
import dev.ringline.simulator.room.Session.Peer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A meeting with all that hangs on it: its participants and the session that runs in it. Every method is one step:
 * several threads may call at once.
 */
public final class Room {

    private static final Logger LOG = LoggerFactory.getLogger(Room.class);

    private final Surroundings around;
    private final List<Session> past = new ArrayList<>();
    private final Map<UUID, Participant> participants = new LinkedHashMap<>();
    private Meeting meeting;
    private @Nullable Session session;

    Room(Settings settings, Surroundings around) {
        this.around = around;
        this.meeting = Meeting.create(settings, around.now());
        log("meeting created", "active");
    }

    public synchronized Meeting meeting() {
        return meeting;
    }

    /** Changes what the meeting says about itself, and opens it or closes it to joiners. Whoever is in stays in. */
    public synchronized Meeting change(Function<Meeting, Settings> settings, Function<Meeting, Status> status) {
        Status before = meeting.status();
        meeting = meeting.changed(settings.apply(meeting), status.apply(meeting), around.now());
        if (meeting.status() != before) {
            log("meeting status changed", meeting.status().name().toLowerCase(Locale.ROOT));
        }
        return meeting;
    }

    /** @throws RefusedException if the meeting is closed, or the custom id is taken and that is a conflict */
    public synchronized Participant add(Profile profile, Duplicates duplicates) {
        if (meeting.isClosed()) {
            throw RefusedException.badRequest("meeting is not active");
        }
        Optional<Participant> earlier = knownAs(profile.customParticipantId());
        if (earlier.isEmpty() || duplicates == Duplicates.DUPLICATE) {
            log("participant added", "added");
            return store(Participant.create(profile, around.now()));
        }
        if (duplicates == Duplicates.CONFLICT) {
            throw RefusedException.conflict("custom_participant_id already exists in this meeting");
        }
        log("participant added", "replaced");
        return store(earlier.get().changed(profile, around.now()));
    }

    public synchronized List<Participant> participants() {
        return List.copyOf(participants.values());
    }

    /** @throws RefusedException if there is no such participant, or no more */
    public synchronized Participant participant(UUID id) {
        return Optional.ofNullable(participants.get(id)).orElseThrow(RefusedException::notFound);
    }

    /** @throws RefusedException if there is no such participant, or no more */
    public synchronized Participant change(UUID id, UnaryOperator<Profile> change) {
        Participant before = participant(id);
        return store(before.changed(change.apply(before.profile()), around.now()));
    }

    /**
     * Bars a participant from joining again. A peer that is in stays in until it is kicked.
     *
     * @throws RefusedException if there is no such participant, or no more
     */
    public synchronized Participant remove(UUID id) {
        Participant removed = participant(id);
        participants.remove(id);
        log("participant removed", "removed");
        return removed;
    }

    /**
     * The session that somebody is in. One that only waits out its keep-alive time does not show.
     *
     * @throws RefusedException if nobody is in
     */
    public synchronized Session activeSession() {
        if (session == null || !session.isLive()) {
            throw RefusedException.notFound("No active session found for meeting_id " + meeting.id());
        }
        return session;
    }

    /** Every session that ever ran here, from the newest. */
    public synchronized List<Session> sessions() {
        return Stream.concat(Stream.ofNullable(session), past.reversed().stream())
                .toList();
    }

    /**
     * The participants named, all of whom are in.
     *
     * @param ids whom, as {@code naming} names them
     * @return each once
     * @throws RefusedException if nobody is in, or one of those named is not
     */
    public synchronized List<Participant> inside(Collection<String> ids, Function<Participant, String> naming) {
        List<Participant> found = activeSession().participants(peer -> ids.contains(naming.apply(peer.participant())));
        ids.stream()
                .filter(id -> found.stream().noneMatch(who -> naming.apply(who).equals(id)))
                .findFirst()
                .ifPresent(Room::refuseUnknownUser);
        return found;
    }

    /** Puts out every peer of these participants. */
    public synchronized void kick(Collection<Participant> whom) {
        List<UUID> ids = whom.stream().map(Participant::id).toList();
        putOut(peer -> ids.contains(peer.participant().id()));
        log("participants kicked", "kicked");
    }

    /**
     * Ends the session for all, without a keep-alive time.
     *
     * @return how many participants were in
     * @throws RefusedException if nobody is in
     */
    public synchronized int kickAll() {
        int kicked = activeSession().participants(peer -> true).size();
        putOut(peer -> true);
        end(around.now(), Reason.HOST_ENDED_MEETING);
        log("participants kicked", "kicked_all");
        return kicked;
    }

    /** Lets a participant in as a new peer, in the session that runs or a new one. */
    public synchronized Admission join(UUID participantId) {
        Participant participant = participants.get(participantId);
        if (participant == null) {
            return Admission.Refusal.GONE;
        }
        if (meeting.isClosed()) {
            return Admission.Refusal.MEETING_INACTIVE;
        }
        if (participant.profile().name() == null) {
            return Admission.Refusal.NAME_MISSING;
        }
        return admit(participant);
    }

    public synchronized boolean isIn(UUID peerId) {
        return insider(peerId).isPresent();
    }

    /** @return whether there was such a peer */
    public synchronized boolean leave(UUID peerId) {
        boolean was = insider(peerId).isPresent();
        if (was) {
            putOut(peer -> peer.id().equals(peerId));
            log("peer left", "left");
        }
        return was;
    }

    /**
     * Lets whoever was this peer in again as a new one; if the old one is still in, it leaves.
     *
     * @param newFirst whether the new one comes before the old one goes
     */
    public synchronized Admission reconnect(UUID peerId, boolean newFirst) {
        UUID participantId = sessions().stream()
                .flatMap(run -> run.peer(peerId).stream())
                .findFirst()
                .map(peer -> peer.participant().id())
                .orElseThrow(() -> new IllegalStateException("A peer of another room"));
        if (!newFirst) {
            leave(peerId);
        }
        Admission admission = join(participantId);
        leave(peerId);
        return admission;
    }

    /**
     * Says that a peer left although it did not.
     *
     * @return whether there was such a peer
     */
    public synchronized boolean sayThatLeft(UUID peerId) {
        Optional<Peer> peer = insider(peerId);
        if (session != null && peer.isPresent()) {
            around.tell(new RoomEvent.Left(meeting, session, peer.get().left(around.now())));
        }
        return peer.isPresent();
    }

    private Optional<Peer> insider(UUID peerId) {
        return session == null ? Optional.empty() : session.peer(peerId).filter(Peer::isIn);
    }

    private Admission admit(Participant participant) {
        Instant now = around.now();
        endIfOver();
        boolean starts = session == null;
        Peer peer = Peer.joining(participant, now);
        Session running = (session == null ? Session.start(now) : session).joined(peer);
        session = running;
        if (starts) {
            around.tell(new RoomEvent.Started(meeting, running));
        }
        around.tell(new RoomEvent.Joined(meeting, running, peer));
        log("peer joined", "joined");
        return new Admission.Admitted(meeting.id(), running.id(), peer);
    }

    private void putOut(Predicate<Peer> whom) {
        if (session == null) {
            return;
        }
        Instant now = around.now();
        List<Peer> leaving = session.peers().stream().filter(whom).toList();
        Session rest = session.left(whom, now);
        session = rest;
        leaving.forEach(peer -> around.tell(new RoomEvent.Left(meeting, rest, peer.left(now))));
        endLater(rest);
    }

    private void endLater(Session waiting) {
        if (!waiting.isLive()) {
            around.at(waiting.overAt(meeting.settings().keepAlive()), this::endIfOver);
        }
    }

    /** The keep-alive time may have been changed since the end was set, and somebody may have come back. */
    private synchronized void endIfOver() {
        if (session == null || session.isLive()) {
            return;
        }
        if (session.isOver(meeting.settings().keepAlive(), around.now())) {
            end(session.overAt(meeting.settings().keepAlive()), Reason.ALL_PARTICIPANTS_LEFT);
        } else {
            endLater(session);
        }
    }

    private void end(Instant at, Reason reason) {
        if (session != null) {
            Session over = session.ended(at);
            past.add(over);
            session = null;
            around.tell(new RoomEvent.Ended(meeting, over, reason));
            log("session ended", reason.name().toLowerCase(Locale.ROOT));
        }
    }

    private Participant store(Participant participant) {
        participants.put(participant.id(), participant);
        return participant;
    }

    private Optional<Participant> knownAs(String customId) {
        return participants.values().stream().filter(p -> p.isKnownAs(customId)).findFirst();
    }

    /** One line per effect. Who it was is not told: custom ids and tokens are the client's. */
    private void log(String effect, String outcome) {
        LOG.atInfo()
                .addKeyValue("meetingId", meeting.id())
                .addKeyValue("outcome", outcome)
                .log(effect);
    }

    private static void refuseUnknownUser(String id) {
        throw RefusedException.notFound("No user found with id " + id);
    }
}
