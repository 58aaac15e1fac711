package dev.ringline.contracts;

import dev.ringline.contracts.CallEvent.CallAlerting;
import dev.ringline.contracts.CallEvent.CallAnswered;
import dev.ringline.contracts.CallEvent.CallConnected;
import dev.ringline.contracts.CallEvent.CallEnded;
import dev.ringline.contracts.CallEvent.CallEvidenceWanted;
import dev.ringline.contracts.CallEvent.CallInitiated;
import dev.ringline.contracts.CallEvent.CallMoved;
import dev.ringline.contracts.CallEvent.CallReady;
import dev.ringline.contracts.CallEvent.CallWaiting;
import dev.ringline.contracts.DeliveryEvent.DeliveryReported;
import dev.ringline.contracts.MeetingEvent.MeetingEnded;
import dev.ringline.contracts.MeetingEvent.MeetingProvisioned;
import dev.ringline.contracts.MeetingEvent.MeetingProvisioningFailed;
import dev.ringline.contracts.MeetingEvent.ParticipantJoined;
import dev.ringline.contracts.MeetingEvent.ParticipantLeft;
import dev.ringline.contracts.MessageEvent.MessageWritten;
import dev.ringline.contracts.ProviderEvent.ProviderAvailability;
import dev.ringline.contracts.UserEvent.CallsSeen;
import dev.ringline.contracts.UserEvent.UserErased;
import java.util.Arrays;
import java.util.Optional;

/** Every event type that travels, with its name on the wire ({@code ce_type}), version, topic and record. */
public enum EventType {
    CALL_INITIATED("dev.ringline.call.initiated", 1, Topics.CALL_EVENTS, CallInitiated.class),
    CALL_ALERTING("dev.ringline.call.alerting", 1, Topics.CALL_EVENTS, CallAlerting.class),
    CALL_ANSWERED("dev.ringline.call.answered", 1, Topics.CALL_EVENTS, CallAnswered.class),
    CALL_READY("dev.ringline.call.ready", 1, Topics.CALL_EVENTS, CallReady.class),
    CALL_WAITING("dev.ringline.call.waiting", 1, Topics.CALL_EVENTS, CallWaiting.class),
    CALL_CONNECTED("dev.ringline.call.connected", 1, Topics.CALL_EVENTS, CallConnected.class),
    CALL_MOVED("dev.ringline.call.moved", 1, Topics.CALL_EVENTS, CallMoved.class),
    CALL_EVIDENCE_WANTED("dev.ringline.call.evidence-wanted", 1, Topics.CALL_EVENTS, CallEvidenceWanted.class),
    CALL_ENDED("dev.ringline.call.ended", 1, Topics.CALL_EVENTS, CallEnded.class),
    MEETING_PROVISIONED("dev.ringline.meeting.provisioned", 1, Topics.MEETING_EVENTS, MeetingProvisioned.class),
    MEETING_PROVISIONING_FAILED(
            "dev.ringline.meeting.provisioning-failed", 1, Topics.MEETING_EVENTS, MeetingProvisioningFailed.class),
    MEETING_PARTICIPANT_JOINED(
            "dev.ringline.meeting.participant-joined", 1, Topics.MEETING_EVENTS, ParticipantJoined.class),
    MEETING_PARTICIPANT_LEFT("dev.ringline.meeting.participant-left", 1, Topics.MEETING_EVENTS, ParticipantLeft.class),
    MEETING_ENDED("dev.ringline.meeting.ended", 1, Topics.MEETING_EVENTS, MeetingEnded.class),
    MESSAGE_WRITTEN("dev.ringline.message.written", 1, Topics.MESSAGE_EVENTS, MessageWritten.class),
    DELIVERY_REPORTED("dev.ringline.delivery.reported", 1, Topics.DELIVERY_EVENTS, DeliveryReported.class),
    USER_ERASED("dev.ringline.user.erased", 1, Topics.USER_EVENTS, UserErased.class),
    USER_CALLS_SEEN("dev.ringline.user.calls-seen", 1, Topics.USER_EVENTS, CallsSeen.class),
    PROVIDER_AVAILABILITY("dev.ringline.provider.availability", 1, Topics.PROVIDER_STATUS, ProviderAvailability.class);

    private final String name;
    private final int version;
    private final String topic;
    private final Class<? extends Event> record;

    EventType(String name, int version, String topic, Class<? extends Event> record) {
        this.name = name;
        this.version = version;
        this.topic = topic;
        this.record = record;
    }

    /** The type of an event of ours. */
    public static EventType of(Event event) {
        return Arrays.stream(values())
                .filter(type -> type.record.isInstance(event))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No event type for " + event.getClass()));
    }

    /** The type that is named so on the wire, {@code name.vN}; empty when this release does not know it. */
    public static Optional<EventType> named(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName().equals(wireName))
                .findFirst();
    }

    /** Whether the name is one of ours in a version that this release does not know. */
    public static boolean isUnknownVersion(String wireName) {
        return named(wireName).isEmpty()
                && Arrays.stream(values()).anyMatch(type -> wireName.startsWith(type.name + ".v"));
    }

    /** As {@code ce_type} carries it: {@code dev.ringline.call.ended.v1}. */
    public String wireName() {
        return name + ".v" + version;
    }

    public String topic() {
        return topic;
    }

    public Class<? extends Event> record() {
        return record;
    }
}
