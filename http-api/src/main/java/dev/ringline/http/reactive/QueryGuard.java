package dev.ringline.http.reactive;

import dev.ringline.http.QueryParameters;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Refuses query parameters that nobody reads, before the method of a controller is called. */
final class QueryGuard extends RequestMappingHandlerAdapter {

    @Override
    public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
        if (handler instanceof HandlerMethod method) {
            QueryParameters.check(method, exchange.getRequest().getQueryParams().keySet());
        }
        return super.handle(exchange, handler);
    }
}
