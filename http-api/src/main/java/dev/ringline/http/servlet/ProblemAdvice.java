package dev.ringline.http.servlet;

import dev.ringline.http.Problem;
import dev.ringline.http.Problems;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers every failure of a controller and of what leads to it. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Map<String, @Nullable Object>> answer(Exception failure) {
        return DisconnectedClientHelper.isClientDisconnectedException(failure) ? null : response(problems.of(failure));
    }

    private static ResponseEntity<Map<String, @Nullable Object>> response(Problem problem) {
        var response = ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        problem.headers().forEach(response::header);
        return response.body(problem.body());
    }
}
