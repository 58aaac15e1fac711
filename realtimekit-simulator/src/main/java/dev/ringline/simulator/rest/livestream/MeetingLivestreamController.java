package dev.ringline.simulator.rest.livestream;

import dev.ringline.simulator.RefusedException;
import dev.ringline.simulator.app.App;
import dev.ringline.simulator.livestream.Livestream;
import dev.ringline.simulator.rest.Envelope;
import dev.ringline.simulator.rest.Paths;
import dev.ringline.simulator.rest.schema.Rule;
import dev.ringline.simulator.rest.schema.Schema;
import dev.ringline.simulator.room.Room;
import dev.ringline.simulator.room.Session;
import java.util.Map;
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

/** The livestream of one meeting. */
@RestController
@RequestMapping({Paths.APP + "/meetings/{meeting_id}", Paths.LEGACY + "/meetings/{meeting_id}"})
class MeetingLivestreamController {

    private static final Schema BODY = Schema.empty()
            .with("name", Rule.matching("[a-zA-Z0-9-_]*").orNull())
            .with("video_config", Rule.object());

    @PostMapping("/livestreams")
    @ResponseStatus(HttpStatus.CREATED)
    Envelope start(
            App app,
            @PathVariable("meeting_id") UUID meetingId,
            @RequestBody(required = false) @Nullable JsonNode body) {
        Room room = app.rooms().get(meetingId);
        String name = BODY.check(body).path("name").asStringOpt().orElse(null);
        boolean live = room.sessions().stream().anyMatch(Session::isLive);
        Livestream started = app.livestreams().start(room.meeting(), name, live);
        return Envelope.of(LivestreamView.Started.of(started));
    }

    @PostMapping("/active-livestream/stop")
    Envelope stop(App app, @PathVariable("meeting_id") UUID meetingId) {
        app.livestreams().stop(meetingId);
        return Envelope.of(Map.of("message", "Stopped live stream successfully"));
    }

    @GetMapping("/active-livestream")
    Envelope active(App app, @PathVariable("meeting_id") UUID meetingId) {
        return app.livestreams()
                .active(meetingId)
                .map(stream -> Envelope.of(LivestreamView.of(stream)))
                .orElseThrow(RefusedException::notFound);
    }
}
