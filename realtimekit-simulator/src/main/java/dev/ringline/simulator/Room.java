package dev.ringline.simulator;

import dev.ringline.simulator.Behaviour.Duplicates;
import dev.ringline.simulator.Entrance.Admission;
import dev.ringline.simulator.Meeting.Settings;
import dev.ringline.simulator.Meeting.Status;
import dev.ringline.simulator.Participant.Profile;
import dev.ringline.simulator.Session.Peer;
import java.time.Instant;
import java.time.InstantSource;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A meeting with all that hangs on it: its participants and the session that runs in it. Every method is one step:
 * several threads may call at once.
 */
public final class Room {

    private static final Logger LOG = LoggerFactory.getLogger(Room.class);

    private final InstantSource clock;
    private final Map<UUID, Participant> participants = new LinkedHashMap<>();
    private Meeting meeting;
    private @Nullable Session session;

    Room(Settings settings, InstantSource clock) {
        this.clock = clock;
        this.meeting = Meeting.create(settings, clock.instant());
        log("meeting created", "active");
    }

    public synchronized Meeting meeting() {
        return meeting;
    }

    /** Changes what the meeting says about itself, and opens it or closes it to joiners. Whoever is in stays in. */
    public synchronized Meeting change(Function<Meeting, Settings> settings, Function<Meeting, Status> status) {
        Status before = meeting.status();
        meeting = meeting.changed(settings.apply(meeting), status.apply(meeting), clock.instant());
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
            return store(Participant.create(profile, clock.instant()));
        }
        if (duplicates == Duplicates.CONFLICT) {
            throw RefusedException.conflict("custom_participant_id already exists in this meeting");
        }
        log("participant added", "replaced");
        return store(earlier.get().changed(profile, clock.instant()));
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
        return store(before.changed(change.apply(before.profile()), clock.instant()));
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

    /**
     * Puts out every peer of the participants named.
     *
     * @param ids whom, as {@code naming} names them
     * @return the participants whose peers were put out, each once
     * @throws RefusedException if nobody is in, or one of those named is not: then nobody is put out
     */
    public synchronized List<Participant> kick(Collection<String> ids, Function<Participant, String> naming) {
        Session live = activeSession();
        Predicate<Peer> named = peer -> ids.contains(naming.apply(peer.participant()));
        List<Participant> found = live.participants(named);
        ids.stream()
                .filter(id -> found.stream().noneMatch(who -> naming.apply(who).equals(id)))
                .findFirst()
                .ifPresent(Room::refuseUnknownUser);
        session = live.left(named, clock.instant());
        log("participants kicked", "kicked");
        return found;
    }

    /**
     * Ends the session for all, without a keep-alive time.
     *
     * @return how many participants were in
     * @throws RefusedException if nobody is in
     */
    public synchronized int kickAll() {
        int kicked = activeSession().participants(peer -> true).size();
        session = null;
        log("participants kicked", "kicked_all");
        return kicked;
    }

    synchronized Admission join(UUID participantId) {
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

    synchronized boolean leave(UUID peerId) {
        Predicate<Peer> leaving = peer -> peer.id().equals(peerId);
        if (session == null || session.peers().stream().noneMatch(leaving)) {
            return false;
        }
        session = session.left(leaving, clock.instant());
        log("peer left", "left");
        return true;
    }

    private Admission admit(Participant participant) {
        Instant now = clock.instant();
        boolean goesOn = session != null && !session.isOver(meeting.settings().keepAlive(), now);
        Session running = goesOn && session != null ? session : Session.start(now);
        Peer peer = new Peer(UUID.randomUUID(), participant, now);
        session = running.joined(peer);
        log("peer joined", "joined");
        return new Admission.Admitted(meeting.id(), running.id(), peer);
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
