package dev.ringline.meeting.realtimekit;

import dev.ringline.meeting.MeetingProvider;
import dev.ringline.meeting.MeetingProvider.NewParticipant;
import dev.ringline.meeting.MeetingProvider.ProviderOutcome;
import dev.ringline.meeting.MeetingProvider.ProviderOutcome.Failed;
import dev.ringline.meeting.MeetingProvider.ProviderOutcome.Success;
import dev.ringline.meeting.MeetingsProperties.Presets;
import dev.ringline.meeting.ProviderFailure.ProtocolError;
import dev.ringline.meeting.RingingCall.MeetingMedia;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** RealtimeKit's current REST API, with a bearer token. Thread-safe; reads its secrets once, when it is made. */
public final class RealtimeKitClient implements MeetingProvider, AutoCloseable {

    private static final String MEETINGS = "/meetings";
    private static final String MEETING = "/meetings/{meeting}";
    private static final String PARTICIPANTS = "/meetings/{meeting}/participants";

    private final RealtimeKitHttp http;
    private final ResilientCalls calls;
    private final Presets presets;
    private final ParticipantKey participants;
    private final TokenReader tokens = new TokenReader();

    /** Creates the client; fails with a sentence that names the property when a secret cannot be read. */
    public RealtimeKitClient(
            RealtimeKitProperties settings,
            Presets presets,
            MeterRegistry meters,
            ObservationRegistry observations,
            InstantSource clock) {
        this.http = new RealtimeKitHttp(settings, observations, clock);
        this.calls = new ResilientCalls(settings.requestTimeout(), meters, clock);
        this.presets = presets;
        this.participants = ParticipantKey.read(settings.participantKeyFile());
    }

    @Override
    public ProviderOutcome<String> createMeeting(String callId, Instant until) {
        Map<String, String> body = Map.of("title", "ringline-call-" + callId);
        return calls.run(
                "create_meeting",
                until,
                () -> http.send(HttpMethod.POST, MEETINGS, "", body).then(data -> text(data, "id")));
    }

    @Override
    public ProviderOutcome<NewParticipant> addParticipant(
            String meetingId, String userId, MeetingMedia media, Instant until) {
        String opaque = participants.opaque(userId);
        Map<String, String> body =
                Map.of("name", opaque, "custom_participant_id", opaque, "preset_name", presets.of(media));
        return calls.run(
                "add_participant",
                until,
                () -> http.send(HttpMethod.POST, PARTICIPANTS, meetingId, body).then(this::participant));
    }

    @Override
    public ProviderOutcome<String> closeMeeting(String meetingId, Instant until) {
        Map<String, String> body = Map.of("status", "INACTIVE");
        return calls.run(
                "close_meeting",
                until,
                () -> http.send(HttpMethod.PATCH, MEETING, meetingId, body).then(_ -> new Success<>(meetingId)));
    }

    private ProviderOutcome<NewParticipant> participant(JsonNode data) {
        return text(data, "id").then(id -> text(data, "token").then(token -> seated(id, token)));
    }

    private ProviderOutcome<NewParticipant> seated(String participantId, String token) {
        return tokens.read(token)
                .<ProviderOutcome<NewParticipant>>map(known -> new Success<>(new NewParticipant(participantId, known)))
                .orElseGet(() -> new Failed<>(new ProtocolError("A token without a readable expiry")));
    }

    private static ProviderOutcome<String> text(JsonNode data, String field) {
        JsonNode value = data.path(field);
        return value.isString() && !value.stringValue().isBlank()
                ? new Success<>(value.stringValue())
                : new Failed<>(new ProtocolError("A success without " + field));
    }

    @Override
    public void close() {
        calls.close();
    }
}
