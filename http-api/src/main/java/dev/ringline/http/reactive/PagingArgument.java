package dev.ringline.http.reactive;

import dev.ringline.http.Paging;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

final class PagingArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Paging.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().value();
        var query = exchange.getRequest().getQueryParams();
        return Mono.fromCallable(() -> Paging.of(path, query.getFirst("limit"), query.getFirst("before")));
    }
}
