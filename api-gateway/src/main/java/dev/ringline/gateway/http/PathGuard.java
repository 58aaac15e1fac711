package dev.ringline.gateway.http;

import dev.ringline.http.Problem;
import dev.ringline.http.ProblemException;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets through only paths that every server reads alike. A service that resolves {@code ..} could otherwise be led from
 * a public path to one that the gateway does not route, its actuator for one.
 */
@Order(-2_000)
final class PathGuard implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var plain = exchange.getRequest().getPath().elements().stream().allMatch(PathGuard::plain);
        return plain ? chain.filter(exchange) : Mono.error(PathGuard::refusal);
    }

    private static boolean plain(PathContainer.Element element) {
        return !(element instanceof PathSegment segment) || plain(segment);
    }

    private static boolean plain(PathSegment segment) {
        var name = segment.valueToMatch();
        return segment.parameters().isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().noneMatch(c -> c == '/' || c == '\\' || c == ';' || c == '%' || c < ' ');
    }

    private static ProblemException refusal() {
        return new ProblemException(Problem.invalid(
                "path", "must have no dot segments, parameters, escaped slashes or control characters"));
    }
}
