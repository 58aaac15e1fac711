package dev.ringline.notification.push.outbound;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.http.client.InetAddressFilter;

/**
 * Which addresses may be spoken to: public ones, and whatever the named endpoints resolve to.
 *
 * @param localEndpoints {@code host:port}, in lower case
 */
public record AddressRule(Set<String> localEndpoints) {

    /** Boot's rule lets the IPv4-compatible form of IPv6 pass, in which a loopback address can hide. */
    private static final InetAddressFilter PUBLIC =
            InetAddressFilter.externalAddresses().andNot("::/96");

    public AddressRule {
        localEndpoints = Set.copyOf(localEndpoints);
    }

    /** Public addresses, and these endpoints, each {@code host:port}. */
    public static AddressRule publicOr(Collection<String> endpoints) {
        return new AddressRule(endpoints.stream()
                .map(endpoint -> endpoint.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether this URL leads to one of the named endpoints. */
    public boolean isLocalEndpoint(URI url) {
        return url.getHost() != null && localEndpoints.contains(endpoint(url.getHost(), port(url)));
    }

    /** The port that a request to this URL goes to. */
    public static int port(URI url) {
        if (url.getPort() != -1) {
            return url.getPort();
        }
        return "http".equals(url.getScheme()) ? 80 : 443;
    }

    /** Whether the host of the URL is an address by itself, and one that is not allowed. */
    boolean forbidsLiteral(URI url) {
        InetAddress literal =
                NetUtil.createInetAddressFromIpAddressString(url.getHost().replaceAll("^\\[|]$", ""));
        return literal != null && !isLocalEndpoint(url) && !PUBLIC.matches(literal);
    }

    /** Those of a host's addresses that are allowed. */
    List<SocketAddress> allowed(List<? extends SocketAddress> addresses) {
        List<SocketAddress> allowed = addresses.stream()
                .filter(InetSocketAddress.class::isInstance)
                .map(InetSocketAddress.class::cast)
                .filter(this::isAllowed)
                .map(SocketAddress.class::cast)
                .toList();
        if (allowed.isEmpty()) {
            throw new ForbiddenAddressException(String.valueOf(addresses));
        }
        return allowed;
    }

    private boolean isAllowed(InetSocketAddress address) {
        return PUBLIC.matches(address) || localEndpoints.contains(endpoint(address.getHostString(), address.getPort()));
    }

    private static String endpoint(String host, int port) {
        return host.toLowerCase(Locale.ROOT) + ":" + port;
    }
}
