package dev.ringline.simulator.rest.participant;

import dev.ringline.simulator.Behaviour;
import dev.ringline.simulator.Participant;
import dev.ringline.simulator.ParticipantTokens;
import dev.ringline.simulator.Room;
import dev.ringline.simulator.Rooms;
import dev.ringline.simulator.rest.Envelope;
import dev.ringline.simulator.rest.Paging;
import dev.ringline.simulator.rest.Paths;
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
@RequestMapping(Paths.PARTICIPANTS)
class ParticipantsController {

    private final Rooms rooms;
    private final ParticipantBodies bodies;
    private final ParticipantTokens tokens;
    private final Behaviour behaviour;

    ParticipantsController(Rooms rooms, ParticipantBodies bodies, ParticipantTokens tokens, Behaviour behaviour) {
        this.rooms = rooms;
        this.bodies = bodies;
        this.tokens = tokens;
        this.behaviour = behaviour;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Envelope add(@PathVariable("meeting_id") UUID meetingId, @RequestBody(required = false) @Nullable JsonNode body) {
        Room room = rooms.get(meetingId);
        return withToken(meetingId, room.add(bodies.added(body), behaviour.duplicates()));
    }

    @GetMapping
    Envelope list(@PathVariable("meeting_id") UUID meetingId, @ModelAttribute Paging paging) {
        return paging.page(rooms.get(meetingId).participants(), ParticipantView::of);
    }

    @GetMapping("/{participant_id}")
    Envelope get(@PathVariable("meeting_id") UUID meetingId, @PathVariable("participant_id") UUID participantId) {
        return Envelope.of(ParticipantView.of(rooms.get(meetingId).participant(participantId)));
    }

    @PatchMapping("/{participant_id}")
    Envelope update(
            @PathVariable("meeting_id") UUID meetingId,
            @PathVariable("participant_id") UUID participantId,
            @RequestBody(required = false) @Nullable JsonNode body) {
        Room room = rooms.get(meetingId);
        return withToken(meetingId, room.change(participantId, bodies.change(body)));
    }

    @DeleteMapping("/{participant_id}")
    Envelope delete(@PathVariable("meeting_id") UUID meetingId, @PathVariable("participant_id") UUID participantId) {
        return Envelope.of(ParticipantView.Deleted.of(rooms.get(meetingId).remove(participantId)));
    }

    @PostMapping("/{participant_id}/token")
    Envelope refreshToken(
            @PathVariable("meeting_id") UUID meetingId, @PathVariable("participant_id") UUID participantId) {
        Participant participant = rooms.get(meetingId).participant(participantId);
        return Envelope.of(Map.of("token", tokens.issue(meetingId, participant)));
    }

    private Envelope withToken(UUID meetingId, Participant participant) {
        return Envelope.of(ParticipantView.of(participant, tokens.issue(meetingId, participant)));
    }
}
