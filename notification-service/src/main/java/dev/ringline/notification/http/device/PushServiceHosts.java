package dev.ringline.notification.http.device;

import dev.ringline.notification.rules.device.SubscriptionEndpoints;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes endpoints of known push services alone: {@code *.} at the beginning of a host stands for any part of it. */
final class PushServiceHosts implements SubscriptionEndpoints {

    private static final int HTTPS = 443;

    private final List<String> hosts;

    PushServiceHosts(List<String> hosts) {
        this.hosts = List.copyOf(hosts);
    }

    @Override
    public @Nullable String objectionTo(String endpoint) {
        URI uri;
        try {
            uri = URI.create(endpoint);
        } catch (IllegalArgumentException e) {
            return "must be an address";
        }
        if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null || uri.getRawUserInfo() != null) {
            return "must be an https address";
        }
        if (uri.getPort() != -1 && uri.getPort() != HTTPS) {
            return "must be at port 443";
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return hosts.stream().anyMatch(known -> matches(known, host))
                ? null
                : "must be of a push service that is allowed here";
    }

    private static boolean matches(String known, String host) {
        return known.startsWith("*.") ? host.endsWith(known.substring(1)) : host.equals(known);
    }
}
