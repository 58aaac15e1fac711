package dev.ringline.simulator.control.fault;

import dev.ringline.simulator.control.ControlPaths;
import dev.ringline.simulator.control.Demand;
import dev.ringline.simulator.fault.Quota;
import dev.ringline.simulator.fault.Quota.Limit;
import dev.ringline.simulator.fault.Quota.Tally;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** How many requests the API token has, and how many it made. */
@RestController
@RequestMapping(ControlPaths.ROOT + "/quota")
class QuotaController {

    private final Quota quota;

    QuotaController(Quota quota) {
        this.quota = quota;
    }

    @GetMapping
    State state() {
        return State.of(quota.tally());
    }

    /** Counting starts anew. */
    @PutMapping
    State limit(@RequestBody Order order) {
        quota.limitTo(new Limit(
                order.requests(),
                Duration.ofMillis(order.windowMillis()),
                Duration.ofMillis(order.blockMillis() == null ? 300_000 : order.blockMillis())));
        return state();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift() {
        quota.limitTo(null);
    }

    /** @param blockMillis 0 is until the window ends; left out is five minutes */
    @JsonNaming(LowerCamelCaseStrategy.class)
    record Order(int requests, long windowMillis, @Nullable Long blockMillis) {

        Order {
            Demand.atLeast(1, "requests", requests);
            Demand.atLeast(1, "windowMillis", windowMillis);
            Demand.atLeast(0, "blockMillis", blockMillis);
        }
    }

    /** Without a limit nothing is counted. */
    @JsonNaming(LowerCamelCaseStrategy.class)
    record State(
            @Nullable Integer requests,
            @Nullable Long windowMillis,
            @Nullable Long blockMillis,
            long allowed,
            long refused) {

        private static State of(Tally tally) {
            Limit limit = tally.limit();
            return new State(
                    limit == null ? null : limit.requests(),
                    limit == null ? null : limit.window().toMillis(),
                    limit == null ? null : limit.block().toMillis(),
                    tally.allowed(),
                    tally.refused());
        }
    }
}
