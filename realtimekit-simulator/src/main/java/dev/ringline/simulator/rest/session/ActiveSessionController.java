package dev.ringline.simulator.rest.session;

import dev.ringline.simulator.SimulatorClock;
import dev.ringline.simulator.app.App;
import dev.ringline.simulator.rest.Envelope;
import dev.ringline.simulator.rest.Paths;
import dev.ringline.simulator.room.Participant;
import dev.ringline.simulator.room.Room;
import dev.ringline.simulator.room.Session;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping({
    Paths.APP + "/meetings/{meeting_id}/active-session",
    Paths.LEGACY + "/meetings/{meeting_id}/active-session"
})
class ActiveSessionController {

    private final SimulatorClock clock;

    ActiveSessionController(SimulatorClock clock) {
        this.clock = clock;
    }

    @GetMapping
    Envelope get(App app, @PathVariable("meeting_id") UUID meetingId) {
        Room room = app.rooms().get(meetingId);
        Session session = room.activeSession();
        return Envelope.of(SessionView.of(session, room.meeting(), app.id(), clock.instant()));
    }

    @PostMapping("/kick")
    Envelope kick(
            App app,
            @PathVariable("meeting_id") UUID meetingId,
            @RequestBody(required = false) @Nullable JsonNode body) {
        Selection selection = Selection.read(body);
        Room room = app.rooms().get(meetingId);
        List<Participant> selected = selection.in(room);
        room.kick(selected);
        return Envelope.of(Selected.of("kick", selected));
    }

    @PostMapping("/kick-all")
    Envelope kickAll(App app, @PathVariable("meeting_id") UUID meetingId) {
        return Envelope.of(new AllKicked("kickAll", app.rooms().get(meetingId).kickAll()));
    }

    @PostMapping("/mute")
    Envelope mute(
            App app,
            @PathVariable("meeting_id") UUID meetingId,
            @RequestBody(required = false) @Nullable JsonNode body) {
        Selection selection = Selection.read(body);
        return Envelope.of(Selected.of("mute", selection.in(app.rooms().get(meetingId))));
    }

    @PostMapping("/mute-all")
    Envelope muteAll(
            App app,
            @PathVariable("meeting_id") UUID meetingId,
            @RequestBody(required = false) @Nullable JsonNode body) {
        Selection.checkMuteAll(body);
        Session session = app.rooms().get(meetingId).activeSession();
        return Envelope.of(
                new AllMuted("muteAll", session.participants(peer -> true).size()));
    }

    @PostMapping("/poll")
    @ResponseStatus(HttpStatus.CREATED)
    Envelope poll(
            App app,
            @PathVariable("meeting_id") UUID meetingId,
            @RequestBody(required = false) @Nullable JsonNode body) {
        Poll poll = Poll.read(body);
        app.rooms().get(meetingId).activeSession();
        return Envelope.of(new PollCreated("createPoll", poll));
    }

    private record Selected(String action, List<User> participants) {

        private static Selected of(String action, List<Participant> whom) {
            return new Selected(action, whom.stream().map(User::of).toList());
        }

        private record User(
                UUID id,
                @Nullable String name,
                @Nullable String email,
                @Nullable String picture,
                Instant createdAt,
                Instant updatedAt) {

            private static User of(Participant who) {
                Participant.Profile profile = who.profile();
                return new User(who.id(), profile.name(), null, profile.picture(), who.createdAt(), who.updatedAt());
            }
        }
    }

    private record AllKicked(String action, int kickedParticipantsCount) {}

    private record AllMuted(String action, int mutedParticipantsCount) {}

    private record PollCreated(String action, Poll poll) {}
}
