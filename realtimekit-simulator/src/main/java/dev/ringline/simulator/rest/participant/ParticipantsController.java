package dev.ringline.simulator.rest.participant;

import dev.ringline.simulator.Behaviour;
import dev.ringline.simulator.app.App;
import dev.ringline.simulator.rest.Envelope;
import dev.ringline.simulator.rest.Paging;
import dev.ringline.simulator.rest.Paths;
import dev.ringline.simulator.rest.gateway.Caller;
import dev.ringline.simulator.room.Participant;
import dev.ringline.simulator.room.Participant.Profile;
import dev.ringline.simulator.room.ParticipantTokens;
import dev.ringline.simulator.room.Room;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping({Paths.APP + "/meetings/{meeting_id}/participants", Paths.LEGACY + "/meetings/{meeting_id}/participants"
})
class ParticipantsController {

    private final ParticipantTokens tokens;
    private final Behaviour behaviour;

    ParticipantsController(ParticipantTokens tokens, Behaviour behaviour) {
        this.tokens = tokens;
        this.behaviour = behaviour;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Envelope add(
            Caller caller,
            App app,
            @PathVariable("meeting_id") UUID meetingId,
            @RequestBody(required = false) @Nullable JsonNode body) {
        Room room = app.rooms().get(meetingId);
        Profile profile = ParticipantBodies.added(body, caller.legacy(), app.presets());
        return withToken(app, meetingId, room.add(profile, behaviour.duplicates()));
    }

    @GetMapping
    Envelope list(App app, @PathVariable("meeting_id") UUID meetingId, @ModelAttribute Paging paging) {
        return paging.page(app.rooms().get(meetingId).participants(), ParticipantView::of);
    }

    @GetMapping("/{participant_id}")
    Envelope get(
            App app, @PathVariable("meeting_id") UUID meetingId, @PathVariable("participant_id") UUID participantId) {
        return Envelope.of(ParticipantView.of(app.rooms().get(meetingId).participant(participantId)));
    }

    @PatchMapping("/{participant_id}")
    Envelope update(
            App app,
            @PathVariable("meeting_id") UUID meetingId,
            @PathVariable("participant_id") UUID participantId,
            @RequestBody(required = false) @Nullable JsonNode body) {
        Room room = app.rooms().get(meetingId);
        return withToken(app, meetingId, room.change(participantId, ParticipantBodies.change(body, app.presets())));
    }

    @DeleteMapping("/{participant_id}")
    Envelope delete(
            App app, @PathVariable("meeting_id") UUID meetingId, @PathVariable("participant_id") UUID participantId) {
        return Envelope.of(ParticipantView.Deleted.of(app.rooms().get(meetingId).remove(participantId)));
    }

    @PostMapping("/{participant_id}/token")
    Envelope refreshToken(
            App app, @PathVariable("meeting_id") UUID meetingId, @PathVariable("participant_id") UUID participantId) {
        Participant participant = app.rooms().get(meetingId).participant(participantId);
        return Envelope.of(Map.of("token", tokens.issue(app.id(), meetingId, participant)));
    }

    private Envelope withToken(App app, UUID meetingId, Participant participant) {
        return Envelope.of(ParticipantView.of(participant, tokens.issue(app.id(), meetingId, participant)));
    }
}
