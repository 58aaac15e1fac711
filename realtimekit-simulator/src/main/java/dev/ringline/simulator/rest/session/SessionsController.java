package dev.ringline.simulator.rest.session;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.ringline.simulator.RefusedException;
import dev.ringline.simulator.SimulatorClock;
import dev.ringline.simulator.app.App;
import dev.ringline.simulator.rest.Envelope;
import dev.ringline.simulator.rest.Paging;
import dev.ringline.simulator.rest.Paging.Slice;
import dev.ringline.simulator.rest.Paths;
import dev.ringline.simulator.room.Rooms.Run;
import dev.ringline.simulator.room.Session.Peer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping({Paths.APP + "/sessions", Paths.LEGACY + "/sessions"})
class SessionsController {

    private final SimulatorClock clock;

    SessionsController(SimulatorClock clock) {
        this.clock = clock;
    }

    @GetMapping
    Envelope list(App app, @ModelAttribute SessionQuery query, @ModelAttribute Paging paging) {
        List<Run> found = query.pick(app.rooms().runs(), clock.instant());
        Slice<SessionView> slice = paging.slice(found, run -> view(app, run));
        return new Envelope.NamedPage(true, Map.of("sessions", slice.items()), slice.position());
    }

    @GetMapping("/{session_id}")
    Envelope get(App app, @PathVariable("session_id") UUID sessionId) {
        return Envelope.of(view(app, run(app, sessionId)));
    }

    @GetMapping("/{session_id}/participants")
    Envelope participants(
            App app,
            @PathVariable("session_id") UUID sessionId,
            @ModelAttribute PeerQuery query,
            @ModelAttribute Paging paging) {
        List<List<Peer>> rows = query.pick(run(app, sessionId).session().everybody(), clock.instant());
        Slice<PeerView> slice = paging.slice(rows, row -> PeerView.of(row, query.withEvents(), clock.instant()));
        return Envelope.of(new Participants(slice.items(), slice.position()));
    }

    @GetMapping("/{session_id}/participants/{id}")
    Envelope participant(
            App app,
            @PathVariable("session_id") UUID sessionId,
            @PathVariable UUID id,
            @RequestParam(name = "include_peer_events", defaultValue = "false") boolean withEvents) {
        List<Peer> row = row(
                run(app, sessionId),
                peer -> peer.id().equals(id) || peer.participant().id().equals(id));
        return Envelope.of(Map.of("participant", PeerView.of(row, withEvents, clock.instant())));
    }

    @GetMapping("/peer-report/{peer_id}")
    Envelope peerReport(
            App app,
            @PathVariable("peer_id") UUID peerId,
            @RequestParam(name = "include_peer_events", defaultValue = "false") boolean withEvents) {
        Predicate<Peer> wanted = peer -> peer.id().equals(peerId);
        Run run = app.rooms().runs().stream()
                .filter(one -> one.session().everybody().stream().anyMatch(wanted))
                .findFirst()
                .orElseThrow(RefusedException::notFound);
        PeerView peer = PeerView.of(row(run, wanted), withEvents, clock.instant());
        return Envelope.of(
                Map.of("participant", PeerReport.of(peer, run.session().id())));
    }

    private SessionView view(App app, Run run) {
        return SessionView.of(run.session(), run.meeting(), app.id(), clock.instant());
    }

    /** @throws RefusedException if no such session ever ran */
    static Run run(App app, UUID sessionId) {
        return app.rooms().runs().stream()
                .filter(run -> run.session().id().equals(sessionId))
                .findFirst()
                .orElseThrow(RefusedException::notFound);
    }

    private static List<Peer> row(Run run, Predicate<Peer> wanted) {
        List<Peer> row = run.session().everybody().stream().filter(wanted).toList();
        if (row.isEmpty()) {
            throw RefusedException.notFound();
        }
        return row;
    }

    private record Participants(List<PeerView> participants, Envelope.Position paging) {}

    /** Nothing was measured: what the older and the current API would tell of it is empty. */
    private record PeerReport(
            @JsonUnwrapped PeerView peer,
            UUID sessionId,
            String role,
            Map<String, Object> peerReport,
            Map<String, Object> peerStats,
            List<Object> qualityStats) {

        private static PeerReport of(PeerView peer, UUID sessionId) {
            Map<String, Object> report = Map.of("metadata", Map.of(), "quality", Map.of());
            return new PeerReport(peer, sessionId, peer.presetName(), report, Map.of(), List.of());
        }
    }
}
