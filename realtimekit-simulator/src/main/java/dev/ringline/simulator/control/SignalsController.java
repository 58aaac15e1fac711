package dev.ringline.simulator.control;

import dev.ringline.simulator.app.Entrance;
import dev.ringline.simulator.app.Signals;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Offers, answers and candidates between the browsers of a session. */
@CrossOrigin
@RestController
@RequestMapping(ControlPaths.ROOT + "/peers/{peerId}/signals")
class SignalsController {

    private static final int LONGEST_WAIT = 30;

    private final Entrance entrance;
    private final Signals signals;

    SignalsController(Entrance entrance, Signals signals) {
        this.entrance = entrance;
        this.signals = signals;
    }

    /** Says something to all others who are in. */
    @PostMapping
    Heard say(@PathVariable UUID peerId, @RequestBody JsonNode content) {
        List<UUID> others = demandIn(peerId);
        signals.send(peerId, others, content);
        return new Heard(others.size());
    }

    /** What the others said since the last time; an empty list if nobody says anything in {@code waitSeconds}. */
    @GetMapping
    List<Signals.Signal> listen(
            @PathVariable UUID peerId, @RequestParam(name = "waitSeconds", defaultValue = "0") int waitSeconds)
            throws InterruptedException {
        var _ = demandIn(peerId);
        return signals.take(peerId, Duration.ofSeconds(Math.clamp(waitSeconds, 0, LONGEST_WAIT)));
    }

    private List<UUID> demandIn(UUID peerId) {
        return entrance.othersOf(peerId)
                .orElseThrow(() -> new ControlProblem(404, "unknown-peer", "No peer " + peerId + " is in a session"));
    }

    /** By how many. */
    record Heard(int receivers) {}
}
