package dev.ringline.notification.push.webhook;

import dev.ringline.notification.push.PushResult;
import dev.ringline.notification.push.PushResult.Accepted;
import dev.ringline.notification.push.PushResult.Failed;
import dev.ringline.notification.push.PushResult.Gone;
import dev.ringline.notification.push.PushResult.Refused;
import dev.ringline.notification.push.outbound.EndpointGates;
import dev.ringline.notification.push.outbound.OutboundHttp;
import dev.ringline.notification.push.outbound.Reply;
import dev.ringline.notification.push.outbound.Reply.Answer;
import dev.ringline.notification.push.outbound.Reply.ForbiddenAddress;
import dev.ringline.notification.push.outbound.Reply.NoAnswer;
import dev.ringline.notification.push.webhook.WebhookProperties.Endpoint;
import dev.ringline.notification.rules.webhook.WebhookEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Posts events to the app's backend, each once when asked: repeating is for who asks. Whatever is no success may be tried
 * again, for an endpoint's owner may put it right; only 410 says that it is not wanted any more.
 */
public final class Webhooks {

    private static final int GONE = 410;

    private final Map<String, Target> targets;
    private final WebhookBody bodies = new WebhookBody();
    private final OutboundHttp http;
    private final EndpointGates gates;
    private final InstantSource clock;
    private final MeterRegistry meters;

    Webhooks(
            WebhookProperties settings,
            OutboundHttp http,
            EndpointGates gates,
            InstantSource clock,
            MeterRegistry meters) {
        this.targets = settings.endpoints().stream()
                .collect(Collectors.toUnmodifiableMap(endpoint -> endpoint.url().toString(), Target::of));
        this.http = http;
        this.gates = gates;
        this.clock = clock;
        this.meters = meters;
    }

    private record Target(Endpoint endpoint, WebhookSecret secret) {

        static Target of(Endpoint endpoint) {
            return new Target(endpoint, WebhookSecret.read(endpoint.secretFile()));
        }
    }

    /** The endpoints that want to be told of such events. */
    public List<String> endpointsFor(WebhookEvent.Type type) {
        return targets.entrySet().stream()
                .filter(target -> target.getValue().endpoint().events().contains(type.word()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /**
     * Tells one endpoint of one event. The future always ends with a result, on a virtual thread.
     *
     * @param endpoint one of {@link #endpointsFor}
     */
    public CompletableFuture<PushResult> send(String endpoint, WebhookEvent event) {
        Target target = targets.get(endpoint);
        CompletableFuture<PushResult> sent = target == null
                ? CompletableFuture.completedFuture(new Refused("the endpoint is not configured any more"))
                : gates.through(endpoint, () -> posted(target, event));
        return sent.thenApplyAsync(result -> counted(event, result), Thread::startVirtualThread);
    }

    private CompletableFuture<PushResult> posted(Target target, WebhookEvent event) {
        URI url = target.endpoint().url();
        byte[] body = bodies.of(event);
        long seconds = clock.instant().getEpochSecond();
        Map<String, String> headers = Map.of(
                "Content-Type", "application/json",
                "webhook-id", event.id(),
                "webhook-timestamp", Long.toString(seconds),
                "webhook-signature", target.secret().signature(event.id(), seconds, body));
        return http.post(url, headers, body).thenApply(Webhooks::read);
    }

    private static PushResult read(Reply reply) {
        return switch (reply) {
            case Answer answer when answer.isSuccess() -> new Accepted(null);
            case Answer answer when answer.status() == GONE -> new Gone("HTTP 410");
            case Answer answer -> new Failed("HTTP " + answer.status(), answer.retryAfter());
            case NoAnswer(String reason) -> new Failed(reason, null);
            case ForbiddenAddress(String host) -> new Refused(host + " is not at a public address");
        };
    }

    private PushResult counted(WebhookEvent event, PushResult result) {
        meters.counter(
                        "ringline.push.sent",
                        "channel",
                        "webhook",
                        "kind",
                        event.type().word(),
                        "outcome",
                        result.outcome())
                .increment();
        return result;
    }
}
