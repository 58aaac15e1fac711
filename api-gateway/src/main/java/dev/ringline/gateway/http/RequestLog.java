package dev.ringline.gateway.http;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Writes one line for each request that has a service, when the answer begins: who follows a trace sees where it came in.
 * Neither query nor headers are told.
 */
final class RequestLog implements GlobalFilter, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        if (!"forward".equals(route.getUri().getScheme())) {
            var line = line(exchange);
            exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> tell(line, route, exchange)));
        }
        return chain.filter(exchange);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    private static String line(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return request.getMethod() + " " + request.getPath().value();
    }

    private static void tell(String line, Route route, ServerWebExchange exchange) {
        int status = Objects.requireNonNullElse(exchange.getResponse().getStatusCode(), HttpStatus.OK)
                .value();
        LOG.atInfo()
                .addKeyValue("route", route.getId())
                .addKeyValue("outcome", status)
                .log("{} answered {}", line, status);
    }
}
