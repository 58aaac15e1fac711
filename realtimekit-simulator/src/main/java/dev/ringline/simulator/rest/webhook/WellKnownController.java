package dev.ringline.simulator.rest.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ringline.simulator.webhook.WebhookKey;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public key of the deliveries, for everybody. */
@RestController
class WellKnownController {

    private final WebhookKey key;

    WellKnownController(WebhookKey key) {
        this.key = key;
    }

    @GetMapping("/.well-known/webhooks.json")
    Published publicKey() {
        return new Published(true, new Key(key.publicPem()), "");
    }

    record Published(boolean success, Key data, String message) {}

    record Key(@JsonProperty("publicKey") String publicKey) {}
}
