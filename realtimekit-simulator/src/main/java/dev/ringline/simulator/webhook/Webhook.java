package dev.ringline.simulator.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where an app wants to be told about what. */
public record Webhook(UUID id, Draft draft, Instant createdAt, Instant updatedAt) {

    /** Every event that can be asked for. */
    public static final List<String> EVENTS = List.of(
            "meeting.started",
            "meeting.ended",
            "meeting.participantJoined",
            "meeting.participantLeft",
            "meeting.chatSynced",
            "recording.statusUpdate",
            "livestreaming.statusUpdate",
            "meeting.transcript",
            "meeting.summary");

    /** What a client says about a webhook. */
    public record Draft(String name, String url, List<String> events, boolean enabled) {

        public Draft {
            events = List.copyOf(events);
        }
    }

    static Webhook create(Draft draft, Instant at) {
        return new Webhook(UUID.randomUUID(), draft, at, at);
    }

    Webhook changed(Draft newDraft, Instant at) {
        return new Webhook(id, newDraft, createdAt, at);
    }

    public String url() {
        return draft.url();
    }

    boolean listensTo(String event) {
        return draft.enabled() && draft.events().contains(event);
    }
}
