package dev.ringline.simulator.rest.browser;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ringline.simulator.RefusedException;
import dev.ringline.simulator.app.App;
import dev.ringline.simulator.preset.Preset;
import dev.ringline.simulator.rest.Envelope;
import dev.ringline.simulator.rest.Paths;
import dev.ringline.simulator.rest.gateway.Caller;
import dev.ringline.simulator.room.Participant;
import dev.ringline.simulator.room.ParticipantTokens.Claims;
import dev.ringline.simulator.room.Room;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;

@RestController
class BrowserController {

    @GetMapping(Paths.LEGACY + "/internals/participant-details")
    Envelope details(Caller caller, App app) {
        Claims claims = claims(caller);
        Room room = app.rooms().get(claims.meetingId());
        Participant who = room.participant(claims.participantId());
        return Envelope.of(new Details(
                Person.of(who, app),
                FullPreset.of(who.profile().preset()),
                new Title(room.meeting().settings().title()),
                new Socket("realtime.cloudflare.com")));
    }

    /** None: browsers on one machine or in one network find each other without. */
    @GetMapping(Paths.ICE_SERVERS)
    IceServers iceServers() {
        return new IceServers(true, List.of());
    }

    @GetMapping(Paths.LEGACY + "/meetings/{meeting_id}/active-transcript")
    Envelope transcript(App app, @PathVariable("meeting_id") UUID meetingId) {
        UUID sessionId = app.rooms().get(meetingId).activeSession().id();
        return Envelope.of(Map.of("transcript_download_url", url(sessionId + "-transcript.csv")));
    }

    @PostMapping(Paths.LEGACY + "/meetings/chat-upload")
    Envelope upload(@RequestBody(required = false) @Nullable JsonNode body) {
        String place = url(UUID.randomUUID().toString());
        return Envelope.of(Map.of("get_location", place, "put_location", place));
    }

    private static String url(String name) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(Paths.FILES + "/" + name)
                .toUriString();
    }

    private static Claims claims(Caller caller) {
        Claims claims = caller.participant();
        if (claims == null) {
            throw RefusedException.forbidden("Only participants have details");
        }
        return claims;
    }

    private record Details(Person participant, FullPreset preset, Title meeting, Socket socket) {}

    private record Person(
            UUID id,
            @Nullable String name,
            @Nullable String email,
            @Nullable String picture,
            String customParticipantId,
            UUID organizationId) {

        private static Person of(Participant who, App app) {
            Participant.Profile profile = who.profile();
            return new Person(
                    who.id(), profile.name(), null, profile.picture(), profile.customParticipantId(), app.id());
        }
    }

    private record FullPreset(UUID id, String name, JsonNode config, JsonNode permissions, JsonNode ui) {

        private static FullPreset of(Preset preset) {
            return new FullPreset(
                    preset.id(),
                    preset.name(),
                    preset.content().required("config"),
                    preset.content().required("permissions"),
                    preset.content().required("ui"));
        }
    }

    private record Title(@Nullable String title) {}

    private record Socket(String baseUri) {}

    private record IceServers(
            boolean success, @JsonProperty("iceServers") List<Object> iceServers) {}
}
