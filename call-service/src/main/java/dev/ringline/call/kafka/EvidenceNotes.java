package dev.ringline.call.kafka;

import dev.ringline.call.Timeline.Entry;
import dev.ringline.contracts.DeliveryEvent.DeliveryReported;
import dev.ringline.contracts.MeetingEvent;
import dev.ringline.contracts.MeetingEvent.MeetingEnded;
import dev.ringline.contracts.MeetingEvent.MeetingProvisioned;
import dev.ringline.contracts.MeetingEvent.MeetingProvisioningFailed;
import dev.ringline.contracts.MeetingEvent.ParticipantJoined;
import dev.ringline.contracts.MeetingEvent.ParticipantLeft;
import dev.ringline.messaging.EventMetadata;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What the timeline of a call keeps of what others tell about it: never a token, sealed or not. */
final class EvidenceNotes {

    private static final String MEETING = "meetingId";
    private static final String SESSION = "sessionId";
    private static final String PEER = "peerId";
    private static final String USER = "userId";

    private EvidenceNotes() {}

    static Entry of(EventMetadata metadata, MeetingEvent event) {
        return entry(metadata, event.callId(), facts(event));
    }

    static Entry of(EventMetadata metadata, DeliveryReported report) {
        Map<String, Object> facts = new HashMap<>(Map.of(
                USER,
                report.userId(),
                "channel",
                report.channel(),
                "kind",
                word(report.kind()),
                "attempt",
                report.attempt(),
                "outcome",
                word(report.outcome())));
        if (report.deviceId() != null) {
            facts.put("deviceId", report.deviceId());
        }
        if (report.detail() != null) {
            facts.put("detail", report.detail());
        }
        return entry(metadata, report.callId(), facts);
    }

    private static Map<String, Object> facts(MeetingEvent event) {
        return switch (event) {
            case MeetingProvisioned it -> Map.of(MEETING, it.meetingId(), "media", word(it.media()));
            case MeetingProvisioningFailed it -> Map.of("reason", it.reason());
            case ParticipantJoined it ->
                Map.of(
                        MEETING,
                        it.meetingId(),
                        SESSION,
                        it.sessionId(),
                        USER,
                        it.userId(),
                        PEER,
                        it.peerId(),
                        "joinedAt",
                        it.joinedAt().toString());
            case ParticipantLeft it ->
                Map.of(MEETING, it.meetingId(), SESSION, it.sessionId(), USER, it.userId(), PEER, it.peerId());
            case MeetingEnded it -> Map.of(MEETING, it.meetingId(), SESSION, it.sessionId(), "reason", it.reason());
        };
    }

    private static Entry entry(EventMetadata metadata, String callId, Map<String, Object> facts) {
        return new Entry(
                metadata.id(), callId, metadata.time(), metadata.source(), metadata.type(), metadata.sequence(), facts);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
