package dev.ringline.contracts;

import dev.ringline.contracts.CallEvent.CallAlerting;
import dev.ringline.contracts.CallEvent.CallAnswered;
import dev.ringline.contracts.CallEvent.CallEnded;
import dev.ringline.contracts.CallEvent.CallInitiated;
import dev.ringline.contracts.CallEvent.CallReady;
import dev.ringline.contracts.MeetingEvent.MeetingProvisioned;
import dev.ringline.contracts.MeetingEvent.MeetingProvisioningFailed;
import java.util.Arrays;
import java.util.Optional;

/** Every event type that travels, with its name on the wire ({@code ce_type}), version, topic and record. */
public enum EventType {
    CALL_INITIATED("dev.ringline.call.initiated", 1, Topics.CALL_EVENTS, CallInitiated.class),
    CALL_ALERTING("dev.ringline.call.alerting", 1, Topics.CALL_EVENTS, CallAlerting.class),
    CALL_ANSWERED("dev.ringline.call.answered", 1, Topics.CALL_EVENTS, CallAnswered.class),
    CALL_READY("dev.ringline.call.ready", 1, Topics.CALL_EVENTS, CallReady.class),
    CALL_ENDED("dev.ringline.call.ended", 1, Topics.CALL_EVENTS, CallEnded.class),
    MEETING_PROVISIONED("dev.ringline.meeting.provisioned", 1, Topics.MEETING_EVENTS, MeetingProvisioned.class),
    MEETING_PROVISIONING_FAILED(
            "dev.ringline.meeting.provisioning-failed", 1, Topics.MEETING_EVENTS, MeetingProvisioningFailed.class),
    MESSAGE_WRITTEN("dev.ringline.message.written", 1, Topics.MESSAGE_EVENTS, MessageWritten.class);

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
