package dev.ringline.notification.push.webhook;

import dev.ringline.notification.push.outbound.AddressRule;
import dev.ringline.notification.rules.webhook.WebhookEvent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ringline.webhooks.*}.
 *
 * @param endpoints who is told
 * @param localEndpoints {@code host:port} of endpoints that may be at private addresses and may be spoken to by http
 */
@ConfigurationProperties("ringline.webhooks")
record WebhookProperties(
        @DefaultValue List<Endpoint> endpoints,
        @DefaultValue List<String> localEndpoints) {

    private static final Pattern LOCAL = Pattern.compile("[a-z0-9.-]+:\\d{1,5}");

    WebhookProperties {
        endpoints = List.copyOf(endpoints);
        localEndpoints = List.copyOf(localEndpoints);
        require(
                localEndpoints.stream().allMatch(LOCAL.asMatchPredicate()),
                "local-endpoints",
                "must be host:port in lower case");
        AddressRule rule = AddressRule.publicOr(localEndpoints);
        for (Endpoint endpoint : endpoints) {
            require(
                    "https".equals(endpoint.url().getScheme())
                            || "http".equals(endpoint.url().getScheme()) && rule.isLocalEndpoint(endpoint.url()),
                    "endpoints[].url",
                    "must be https (http only for local-endpoints): "
                            + endpoint.url().getHost());
        }
        long urls = endpoints.stream().map(Endpoint::url).distinct().count();
        require(urls == endpoints.size(), "endpoints", "names a url twice");
    }

    AddressRule addresses() {
        return AddressRule.publicOr(localEndpoints);
    }

    private static void require(boolean holds, String name, String problem) {
        if (!holds) {
            throw new IllegalArgumentException("ringline.webhooks." + name + " " + problem);
        }
    }

    /**
     * @param url where to post to
     * @param secretFile the secret that both sides know, {@code whsec_…}
     * @param events which events are told; see {@link WebhookEvent.Type}
     */
    record Endpoint(URI url, Path secretFile, Set<String> events) {

        Endpoint {
            require(
                    url != null && url.getHost() != null && url.getUserInfo() == null,
                    "endpoints[].url",
                    "must be a URL with a host and without a user");
            require(
                    secretFile != null && Files.isReadable(secretFile),
                    "endpoints[].secret-file",
                    "cannot be read: " + secretFile);
            require(events != null && !events.isEmpty(), "endpoints[].events", "is missing");
            events = Set.copyOf(events);
            require(
                    WebhookEvent.Type.words().containsAll(events),
                    "endpoints[].events",
                    "must be of " + WebhookEvent.Type.words());
        }
    }
}
