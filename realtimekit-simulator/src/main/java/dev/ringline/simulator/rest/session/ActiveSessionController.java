package dev.ringline.simulator.rest.session;

import dev.ringline.simulator.Participant;
import dev.ringline.simulator.Room;
import dev.ringline.simulator.Rooms;
import dev.ringline.simulator.Session;
import dev.ringline.simulator.SimulatorClock;
import dev.ringline.simulator.SimulatorProperties;
import dev.ringline.simulator.rest.Envelope;
import dev.ringline.simulator.rest.Paths;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping(Paths.ACTIVE_SESSION)
class ActiveSessionController {

    private final Rooms rooms;
    private final SimulatorClock clock;
    private final UUID appId;

    ActiveSessionController(Rooms rooms, SimulatorClock clock, SimulatorProperties properties) {
        this.rooms = rooms;
        this.clock = clock;
        this.appId = properties.appId();
    }

    @GetMapping
    Envelope get(@PathVariable("meeting_id") UUID meetingId) {
        Room room = rooms.get(meetingId);
        Session session = room.activeSession();
        return Envelope.of(SessionView.of(session, room.meeting(), appId, clock.instant()));
    }

    @PostMapping("/kick")
    Envelope kick(@PathVariable("meeting_id") UUID meetingId, @RequestBody(required = false) @Nullable JsonNode body) {
        KickBody kick = KickBody.read(body);
        List<Participant> kicked = rooms.get(meetingId).kick(kick.ids(), kick.naming());
        return Envelope.of(
                new Kicked("kick", kicked.stream().map(Kicked.User::of).toList()));
    }

    @PostMapping("/kick-all")
    Envelope kickAll(@PathVariable("meeting_id") UUID meetingId) {
        return Envelope.of(new AllKicked("kickAll", rooms.get(meetingId).kickAll()));
    }

    private record Kicked(String action, List<User> participants) {

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
}
