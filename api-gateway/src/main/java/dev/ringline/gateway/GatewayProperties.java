package dev.ringline.gateway;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are, and which web pages may call them.
 *
 * @param callService {@code /v1/calls}, {@code /v1/admin/calls}
 * @param notificationService {@code /v1/stream}, and what is told of users: {@code /v1/devices}, {@code /v1/preferences}
 * @param messageService {@code /v1/messages}, {@code /v1/conversations}
 * @param allowedOrigins origins of web clients, {@code *} stands for any part; none: pages of other origins are left to
 *     the browser, which keeps them out
 */
@ConfigurationProperties("ringline.gateway")
public record GatewayProperties(
        @DefaultValue("http://localhost:8081") URI callService,
        @DefaultValue("http://localhost:8083") URI notificationService,
        @DefaultValue("http://localhost:8084") URI messageService,
        @DefaultValue List<String> allowedOrigins) {

    public GatewayProperties {
        address("call-service", callService);
        address("notification-service", notificationService);
        address("message-service", messageService);
        allowedOrigins = List.copyOf(allowedOrigins);
    }

    private static void address(String service, URI address) {
        if (!List.of("http", "https").contains(String.valueOf(address.getScheme())) || address.getHost() == null) {
            throw new IllegalArgumentException(
                    "ringline.gateway.%s must be an address such as http://localhost:8081, but is %s"
                            .formatted(service, address));
        }
    }
}
