package dev.ringline.notification.push.webpush;

import dev.ringline.notification.push.outbound.AddressRule;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which endpoints a subscription may name: those of known push services, by https at its own port. Holds at registration
 * and again at each push; what the name resolves to is checked by who connects.
 */
public final class EndpointRule {

    private static final int LONGEST = 2048;
    private static final int HTTPS = 443;

    private final List<String> hosts;
    private final AddressRule addresses;

    EndpointRule(List<String> hosts, AddressRule addresses) {
        this.hosts = List.copyOf(hosts);
        this.addresses = addresses;
    }

    /** What is wrong with this endpoint, to read on after its name; empty when it may be used. */
    public Optional<String> problem(String endpoint) {
        if (endpoint.length() > LONGEST) {
            return Optional.of("must have at most " + LONGEST + " characters");
        }
        try {
            return problem(new URI(endpoint));
        } catch (URISyntaxException none) {
            return Optional.of("must be a URL");
        }
    }

    private Optional<String> problem(URI url) {
        if (!"https".equalsIgnoreCase(url.getScheme()) || url.getHost() == null) {
            return Optional.of("must be an https URL");
        }
        if (url.getUserInfo() != null || url.getFragment() != null) {
            return Optional.of("must have neither user nor fragment");
        }
        boolean known = AddressRule.port(url) == HTTPS && isKnown(url.getHost().toLowerCase(Locale.ROOT));
        return known || addresses.isLocalEndpoint(url)
                ? Optional.empty()
                : Optional.of("must be at a known push service");
    }

    private boolean isKnown(String host) {
        return hosts.stream()
                .anyMatch(known -> known.startsWith("*.") ? host.endsWith(known.substring(1)) : host.equals(known));
    }
}
