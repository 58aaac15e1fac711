package dev.ringline.simulator.control;

import dev.ringline.simulator.app.App;
import dev.ringline.simulator.app.Apps;
import dev.ringline.simulator.webhook.Deliveries;
import dev.ringline.simulator.webhook.Delivery;
import dev.ringline.simulator.webhook.DeliveryFaults;
import dev.ringline.simulator.webhook.WebhookKey;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** The bad days of webhooks, what was sent, and what is sent on order. */
@RestController
@RequestMapping(ControlPaths.ROOT)
class WebhooksControl {

    private final Apps apps;
    private final Deliveries deliveries;
    private final WebhookKey key;

    WebhooksControl(Apps apps, Deliveries deliveries, WebhookKey key) {
        this.apps = apps;
        this.deliveries = deliveries;
        this.key = key;
    }

    @GetMapping("/webhook-faults")
    FaultsBody faults() {
        return FaultsBody.of(deliveries.faults());
    }

    @PutMapping("/webhook-faults")
    FaultsBody suffer(@RequestBody FaultsBody order) {
        deliveries.suffer(order.faults());
        return faults();
    }

    @DeleteMapping("/webhook-faults")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void recover() {
        deliveries.suffer(DeliveryFaults.NONE);
    }

    @GetMapping("/deliveries")
    List<Sent> sent() {
        return deliveries.reports().stream().map(Sent::of).toList();
    }

    /** Byte for byte as it was, with the same signature. */
    @PostMapping("/deliveries/{uuid}/repeat")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void repeat(@PathVariable UUID uuid) {
        if (!deliveries.repeat(uuid)) {
            throw new ControlProblem(404, "unknown-delivery", "No delivery " + uuid + " is remembered");
        }
    }

    /** Any body, signed, to every enabled webhook of the configured app. */
    @PostMapping("/webhook-events")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void announce(@RequestBody JsonNode body) {
        App app = apps.configured();
        deliveries.announce(app.webhooks().enabled(), body.path("event").asString("?"), body);
    }

    @PostMapping("/webhook-key/rotate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rotate() {
        key.rotate();
    }

    /** What is left out is off; the delay is then 1000 milliseconds, the seed 1. */
    @JsonNaming(LowerCamelCaseStrategy.class)
    record FaultsBody(
            @Nullable Double drop,
            @Nullable Double duplicate,
            @Nullable Double reorder,
            @Nullable Double delay,
            @Nullable Long delayMillis,
            @Nullable Boolean newUuidOnRetry,
            @Nullable Boolean fileSizeAsNumber,
            @Nullable Boolean unknownFields,
            @Nullable Long seed) {

        FaultsBody {
            Demand.share("drop", drop);
            Demand.share("duplicate", duplicate);
            Demand.share("reorder", reorder);
            Demand.share("delay", delay);
            Demand.atLeast(0, "delayMillis", delayMillis);
        }

        private static FaultsBody of(DeliveryFaults faults) {
            return new FaultsBody(
                    faults.dropped(),
                    faults.duplicated(),
                    faults.reordered(),
                    faults.delayed(),
                    faults.delay().toMillis(),
                    faults.newUuidOnRetry(),
                    faults.fileSizeAsNumber(),
                    faults.unknownFields(),
                    faults.seed());
        }

        private DeliveryFaults faults() {
            return new DeliveryFaults(
                    orNone(drop),
                    orNone(duplicate),
                    orNone(reorder),
                    orNone(delay),
                    Duration.ofMillis(delayMillis == null ? 1000 : delayMillis),
                    Boolean.TRUE.equals(newUuidOnRetry),
                    Boolean.TRUE.equals(fileSizeAsNumber),
                    Boolean.TRUE.equals(unknownFields),
                    seed == null ? 1 : seed);
        }

        private static double orNone(@Nullable Double share) {
            return share == null ? 0 : share;
        }
    }

    @JsonNaming(LowerCamelCaseStrategy.class)
    record Sent(
            UUID uuid,
            UUID webhookId,
            String event,
            Delivery.State state,
            int attempts,
            @Nullable Integer lastStatus) {

        private static Sent of(Delivery.Report report) {
            return new Sent(
                    report.uuid(),
                    report.webhookId(),
                    report.event(),
                    report.state(),
                    report.attempts(),
                    report.lastStatus());
        }
    }
}
