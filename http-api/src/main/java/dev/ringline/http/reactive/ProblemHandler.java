package dev.ringline.http.reactive;

import dev.ringline.http.Problem;
import dev.ringline.http.Problems;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers every failure, of controllers, filters and security alike. */
@Order(-2)
final class ProblemHandler implements ErrorWebExceptionHandler {

    private final Problems problems;
    private final JsonMapper json;

    ProblemHandler(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        var response = exchange.getResponse();
        return response.isCommitted() ? Mono.error(failure) : write(problemOf(failure), response);
    }

    /** A lost connection is the client's, who will not read this, or that of a service behind a gateway. */
    private Problem problemOf(Throwable failure) {
        return DisconnectedClientHelper.isClientDisconnectedException(failure)
                ? Problem.unavailable("The connection was lost; ask again for what is stored.")
                : problems.of(failure);
    }

    private Mono<Void> write(Problem problem, ServerHttpResponse response) {
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        problem.headers().forEach(response.getHeaders()::set);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var body = json.writeValueAsBytes(problem.body());
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
