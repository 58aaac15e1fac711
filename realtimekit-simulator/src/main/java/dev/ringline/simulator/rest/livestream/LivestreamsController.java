package dev.ringline.simulator.rest.livestream;

import dev.ringline.simulator.RefusedException;
import dev.ringline.simulator.SimulatorClock;
import dev.ringline.simulator.app.App;
import dev.ringline.simulator.livestream.Livestream;
import dev.ringline.simulator.rest.Envelope;
import dev.ringline.simulator.rest.Paging;
import dev.ringline.simulator.rest.Paths;
import dev.ringline.simulator.rest.schema.Rule;
import dev.ringline.simulator.rest.schema.Schema;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping({Paths.APP + "/livestreams", Paths.LEGACY + "/livestreams"})
class LivestreamsController {

    private static final Schema BODY =
            Schema.empty().with("name", Rule.matching("[a-zA-Z0-9-_]*").orNull());

    private final SimulatorClock clock;

    LivestreamsController(SimulatorClock clock) {
        this.clock = clock;
    }

    @GetMapping
    Envelope list(App app, @ModelAttribute LivestreamQuery query, @ModelAttribute Paging paging) {
        return paging.page(query.pick(app.livestreams().all()), LivestreamView::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Envelope create(App app, @RequestBody(required = false) @Nullable JsonNode body) {
        String name = BODY.check(body).path("name").asStringOpt().orElse(null);
        return Envelope.of(LivestreamView.of(app.livestreams().create(name)));
    }

    @GetMapping("/{livestream_id}")
    Envelope get(App app, @PathVariable("livestream_id") UUID livestreamId) {
        Livestream stream = app.livestreams().get(livestreamId);
        return Envelope.of(new WithPaging(LivestreamView.of(stream), run(stream), new Envelope.Position(1, 1, 1)));
    }

    @GetMapping("/{livestream_id}/active-livestream-session")
    Envelope activeSession(App app, @PathVariable("livestream_id") UUID livestreamId) {
        Livestream stream = app.livestreams().get(livestreamId);
        if (!stream.isActive()) {
            throw RefusedException.notFound();
        }
        return Envelope.of(Map.of("livestream", LivestreamView.of(stream), "session", run(stream)));
    }

    @GetMapping("/sessions/{session_id}")
    Envelope session(App app, @PathVariable("session_id") UUID sessionId) {
        return app.livestreams().all().stream()
                .filter(stream -> stream.sessionId().equals(sessionId))
                .findFirst()
                .map(stream -> Envelope.of(run(stream)))
                .orElseThrow(RefusedException::notFound);
    }

    private LivestreamView.Run run(Livestream stream) {
        return LivestreamView.Run.of(stream, clock.instant());
    }

    private record WithPaging(LivestreamView livestream, LivestreamView.Run session, Envelope.Position paging) {}
}
