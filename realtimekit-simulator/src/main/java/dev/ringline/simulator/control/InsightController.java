package dev.ringline.simulator.control;

import dev.ringline.simulator.fault.Operation;
import dev.ringline.simulator.fault.RequestCounts;
import dev.ringline.simulator.room.ParticipantTokens;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a test may want to know: what was asked, what was assumed, and which key signs the tokens. */
@RestController
@RequestMapping(ControlPaths.ROOT)
class InsightController {

    private final RequestCounts counts;
    private final ParticipantTokens tokens;

    InsightController(RequestCounts counts, ParticipantTokens tokens) {
        this.counts = counts;
        this.tokens = tokens;
    }

    @GetMapping("/requests")
    Map<Operation, Long> requests() {
        return counts.snapshot();
    }

    @GetMapping("/assumptions")
    List<Assumed> assumptions() {
        return Arrays.stream(Assumption.values()).map(Assumed::of).toList();
    }

    @GetMapping(path = "/token-key.pem", produces = MediaType.TEXT_PLAIN_VALUE)
    String tokenKey() {
        return tokens.publicKey() + "\n";
    }

    private record Assumed(String name, String question, String choice) {

        private static Assumed of(Assumption assumption) {
            return new Assumed(assumption.name(), assumption.question(), assumption.choice());
        }
    }
}
