package dev.ringline.simulator.rest.webhook;

import dev.ringline.simulator.app.App;
import dev.ringline.simulator.rest.Envelope;
import dev.ringline.simulator.rest.Paths;
import dev.ringline.simulator.webhook.Webhook;
import dev.ringline.simulator.webhook.Webhook.Draft;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping({Paths.APP + "/webhooks", Paths.LEGACY + "/webhooks"})
class WebhooksController {

    @GetMapping("/all")
    Envelope events() {
        return Envelope.of(Webhook.EVENTS);
    }

    @GetMapping
    Envelope list(App app) {
        List<WebhookView> all = app.webhooks().all().stream()
                .map(one -> WebhookView.of(one, app))
                .toList();
        return Envelope.of(all);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Envelope create(App app, @RequestBody(required = false) @Nullable JsonNode body) {
        return view(app.webhooks().add(WebhookBodies.whole(body)), app);
    }

    @GetMapping("/{id}")
    Envelope get(App app, @PathVariable UUID id) {
        return view(app.webhooks().get(id), app);
    }

    @PutMapping("/{id}")
    Envelope replace(App app, @PathVariable UUID id, @RequestBody(required = false) @Nullable JsonNode body) {
        Draft draft = WebhookBodies.whole(body);
        return view(app.webhooks().change(id, before -> draft), app);
    }

    @PatchMapping("/{id}")
    Envelope update(App app, @PathVariable UUID id, @RequestBody(required = false) @Nullable JsonNode body) {
        return view(app.webhooks().change(id, WebhookBodies.change(body)), app);
    }

    @DeleteMapping("/{id}")
    Envelope delete(App app, @PathVariable UUID id) {
        return view(app.webhooks().remove(id), app);
    }

    private static Envelope view(Webhook webhook, App app) {
        return Envelope.of(WebhookView.of(webhook, app));
    }

    private record WebhookView(
            UUID id,
            String name,
            String url,
            List<String> events,
            boolean enabled,
            UUID organizationId,
            Instant createdAt,
            Instant updatedAt) {

        private static WebhookView of(Webhook webhook, App app) {
            Draft draft = webhook.draft();
            return new WebhookView(
                    webhook.id(),
                    draft.name(),
                    draft.url(),
                    draft.events(),
                    draft.enabled(),
                    app.id(),
                    webhook.createdAt(),
                    webhook.updatedAt());
        }
    }
}
