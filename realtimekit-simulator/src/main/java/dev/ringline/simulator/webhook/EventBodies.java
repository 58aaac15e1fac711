package dev.ringline.simulator.webhook;

import dev.ringline.simulator.livestream.Livestream;
import dev.ringline.simulator.recording.Recording;
import dev.ringline.simulator.room.Meeting;
import dev.ringline.simulator.room.RoomEvent;
import dev.ringline.simulator.room.RoomEvent.Reason;
import dev.ringline.simulator.room.Session;
import dev.ringline.simulator.room.Session.Peer;
import dev.ringline.simulator.webhook.MeetingPart.Organizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of the events of an app, by the name of the event. */
public final class EventBodies {

    private static final Duration FILES_LIVE = Duration.ofDays(7);

    private final Organizer organizer;
    private final InstantSource clock;

    public EventBodies(UUID appId, String appName, InstantSource clock) {
        this.organizer = new Organizer(appId, appName);
        this.clock = clock;
    }

    /** What is told of {@code event}, in this order. */
    public Map<String, Object> of(RoomEvent event) {
        MeetingPart meeting = MeetingPart.of(event.meeting(), event.session(), organizer);
        return switch (event) {
            case RoomEvent.Started _ -> Map.of("meeting.started", new OfMeeting("meeting.started", meeting));
            case RoomEvent.Joined joined ->
                Map.of(
                        "meeting.participantJoined",
                        new Joined("meeting.participantJoined", meeting, who(joined.peer())));
            case RoomEvent.Left left ->
                Map.of(
                        "meeting.participantLeft",
                        new Left(
                                "meeting.participantLeft",
                                meeting.endingAt(left.peer().leftAt()),
                                whoLeft(left.peer())));
            case RoomEvent.Ended ended -> ended(ended, meeting);
        };
    }

    private Map<String, Object> ended(RoomEvent.Ended ended, MeetingPart meeting) {
        Map<String, Object> bodies = new LinkedHashMap<>();
        bodies.put("meeting.ended", new Ended("meeting.ended", meeting, ended.reason()));
        Meeting.Settings settings = ended.meeting().settings();
        if (settings.persistChat()) {
            bodies.put("meeting.chatSynced", chatSynced(ended.meeting(), ended.session()));
        }
        if (settings.transcribeOnEnd()) {
            bodies.put(
                    "meeting.transcript",
                    new Transcript("meeting.transcript", meeting, file(meeting, "csv"), expiry()));
        }
        if (settings.summarizeOnEnd()) {
            bodies.put("meeting.summary", new Summary("meeting.summary", meeting, file(meeting, "txt"), expiry()));
        }
        return bodies;
    }

    private ChatSynced chatSynced(Meeting meeting, Session session) {
        return new ChatSynced(
                "meeting.chatSynced",
                session.id(),
                meeting.id(),
                meeting.settings().title(),
                "https://example.com/chat/" + session.id() + ".json",
                expiry(),
                session.startedAt(),
                session.startedAt(),
                session.endedAt(),
                organizer);
    }

    /** What is told of a recording right after its status changed. */
    public Object recording(Recording recording) {
        return RecordingEvent.of(recording, organizer);
    }

    /** What is told of a livestream right after its status changed. */
    public Object livestream(Livestream stream) {
        return LivestreamEvent.of(stream, organizer);
    }

    private static String file(MeetingPart meeting, String type) {
        return "https://example.com/" + meeting.sessionId() + "." + type;
    }

    private Instant expiry() {
        return clock.instant().plus(FILES_LIVE);
    }

    private static Who who(Peer peer) {
        String customId = peer.participant().profile().customParticipantId();
        return new Who(peer.id(), peer.participant().profile().name(), customId, customId, peer.joinedAt());
    }

    private static WhoLeft whoLeft(Peer peer) {
        Who who = who(peer);
        return new WhoLeft(
                who.peerId(),
                who.userDisplayName(),
                who.customParticipantId(),
                who.clientSpecificId(),
                who.joinedAt(),
                peer.leftAt());
    }

    private record OfMeeting(String event, MeetingPart meeting) {}

    private record Joined(String event, MeetingPart meeting, Who participant) {}

    private record Left(String event, MeetingPart meeting, WhoLeft participant) {}

    private record Ended(String event, MeetingPart meeting, Reason reason) {}

    /** {@code clientSpecificId} is the old name of the custom id. */
    private record Who(
            UUID peerId,
            @Nullable String userDisplayName,
            String customParticipantId,
            String clientSpecificId,
            Instant joinedAt) {}

    private record WhoLeft(
            UUID peerId,
            @Nullable String userDisplayName,
            String customParticipantId,
            String clientSpecificId,
            Instant joinedAt,
            @Nullable Instant leftAt) {}

    private record ChatSynced(
            String event,
            UUID sessionId,
            UUID meetingId,
            @Nullable String title,
            String chatDownloadUrl,
            Instant chatDownloadUrlExpiry,
            Instant createdAt,
            Instant startedAt,
            @Nullable Instant endedAt,
            Organizer organizedBy) {}

    private record Transcript(
            String event, MeetingPart meeting, String transcriptDownloadUrl, Instant transcriptDownloadUrlExpiry) {}

    private record Summary(
            String event, MeetingPart meeting, String summaryDownloadUrl, Instant summaryDownloadUrlExpiry) {}
}
