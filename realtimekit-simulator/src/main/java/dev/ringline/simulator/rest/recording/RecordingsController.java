package dev.ringline.simulator.rest.recording;

import dev.ringline.simulator.RefusedException;
import dev.ringline.simulator.SimulatorClock;
import dev.ringline.simulator.app.App;
import dev.ringline.simulator.recording.Recording;
import dev.ringline.simulator.recording.Recording.Wish;
import dev.ringline.simulator.rest.Envelope;
import dev.ringline.simulator.rest.Paging;
import dev.ringline.simulator.rest.Paths;
import dev.ringline.simulator.rest.gateway.Caller;
import dev.ringline.simulator.room.Participant;
import dev.ringline.simulator.room.ParticipantTokens.Claims;
import dev.ringline.simulator.room.Room;
import dev.ringline.simulator.room.Session;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Participants may record too, if their preset lets them. */
@RestController
@RequestMapping({Paths.APP + "/recordings", Paths.LEGACY + "/recordings"})
class RecordingsController {

    private final SimulatorClock clock;

    RecordingsController(SimulatorClock clock) {
        this.clock = clock;
    }

    @PostMapping
    Envelope start(Caller caller, App app, @RequestBody(required = false) @Nullable JsonNode body) {
        return Envelope.of(RecordingView.of(start(caller, app, RecordingBodies.start(body))));
    }

    @PostMapping("/track")
    Envelope startTracks(Caller caller, App app, @RequestBody(required = false) @Nullable JsonNode body) {
        Recording started = start(caller, app, RecordingBodies.startTracks(body));
        return Envelope.of(Map.of("recording", RecordingView.of(started)));
    }

    @GetMapping
    Envelope list(Caller caller, App app, @ModelAttribute RecordingQuery query, @ModelAttribute Paging paging) {
        recorder(caller, app);
        return paging.page(query.pick(app.recordings().all(), clock.instant()), RecordingView::of);
    }

    @GetMapping("/{id}")
    Envelope get(Caller caller, App app, @PathVariable UUID id) {
        recorder(caller, app);
        return Envelope.of(RecordingView.of(app.recordings().get(id)));
    }

    @PutMapping("/{id}")
    Envelope act(
            Caller caller, App app, @PathVariable UUID id, @RequestBody(required = false) @Nullable JsonNode body) {
        Recording.Caller recorder = recorder(caller, app);
        return Envelope.of(RecordingView.of(app.recordings().act(id, RecordingBodies.action(body), recorder)));
    }

    @GetMapping("/active-recording/{meeting_id}")
    Envelope active(Caller caller, App app, @PathVariable("meeting_id") UUID meetingId) {
        recorder(caller, app);
        return app.recordings()
                .active(meetingId)
                .map(recording -> Envelope.of(RecordingView.of(recording)))
                .orElseThrow(RefusedException::notFound);
    }

    private static Recording start(Caller caller, App app, RecordingBodies.Start start) {
        Recording.Caller recorder = recorder(caller, app);
        Room room = app.rooms().get(start.meetingId());
        Session live =
                room.sessions().stream().filter(Session::isLive).findFirst().orElse(null);
        Wish wish = new Wish(recorder, start.fileNamePrefix(), start.keptByProvider());
        return app.recordings().start(room.meeting(), wish, live, start.besideOthers());
    }

    /** @throws RefusedException 403 if a participant asks whose preset does not let it record */
    private static Recording.Caller recorder(Caller caller, App app) {
        Claims claims = caller.participant();
        if (claims == null) {
            return new Recording.Caller("ORGANIZATION", app.name(), app.id());
        }
        Participant who = app.rooms().get(claims.meetingId()).participant(claims.participantId());
        if (!who.profile().preset().permits("can_record")) {
            throw RefusedException.forbidden("The preset does not permit recording");
        }
        return new Recording.Caller("USER", String.valueOf(who.profile().name()), who.id());
    }
}
