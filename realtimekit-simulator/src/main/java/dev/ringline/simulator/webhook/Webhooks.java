package dev.ringline.simulator.webhook;

import dev.ringline.simulator.RefusedException;
import dev.ringline.simulator.webhook.Webhook.Draft;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The webhooks of an app. Their URLs are unique. Safe for use by several threads. */
public final class Webhooks {

    private final InstantSource clock;
    private final Map<UUID, Webhook> byId = new LinkedHashMap<>();

    public Webhooks(InstantSource clock) {
        this.clock = clock;
    }

    /** @throws RefusedException if another webhook has that URL */
    public synchronized Webhook add(Draft draft) {
        refuseTaken(draft.url());
        return store(Webhook.create(draft, clock.instant()));
    }

    /** From the oldest. */
    public synchronized List<Webhook> all() {
        return List.copyOf(byId.values());
    }

    /** @throws RefusedException if there is no such webhook, or no more */
    public synchronized Webhook get(UUID id) {
        return Optional.ofNullable(byId.get(id)).orElseThrow(RefusedException::notFound);
    }

    /** @throws RefusedException if there is no such webhook, or another has the new URL */
    public synchronized Webhook change(UUID id, UnaryOperator<Draft> change) {
        Webhook before = get(id);
        Draft draft = change.apply(before.draft());
        if (!draft.url().equals(before.url())) {
            refuseTaken(draft.url());
        }
        return store(before.changed(draft, clock.instant()));
    }

    /** @throws RefusedException if there is no such webhook, or no more */
    public synchronized Webhook remove(UUID id) {
        Webhook removed = get(id);
        byId.remove(id);
        return removed;
    }

    /** Those that are enabled and want to be told about {@code event}. */
    public synchronized List<Webhook> listeningTo(String event) {
        return byId.isEmpty()
                ? List.of()
                : byId.values().stream()
                        .filter(webhook -> webhook.listensTo(event))
                        .toList();
    }

    /** Those that are enabled, whatever they want to be told about. */
    public synchronized List<Webhook> enabled() {
        return byId.values().stream()
                .filter(webhook -> webhook.draft().enabled())
                .toList();
    }

    private void refuseTaken(String url) {
        if (byId.values().stream().anyMatch(webhook -> webhook.url().equals(url))) {
            throw RefusedException.conflict("webhook with url " + url + " already exists");
        }
    }

    private Webhook store(Webhook webhook) {
        byId.put(webhook.id(), webhook);
        return webhook;
    }
}
