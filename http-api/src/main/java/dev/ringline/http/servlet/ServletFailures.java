package dev.ringline.http.servlet;

import dev.ringline.http.Problem;
import dev.ringline.http.ProblemSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;

/** Failures that only the servlet side reports in a form of its own. */
@Order(-1)
final class ServletFailures implements ProblemSource {

    @Override
    public @Nullable Problem problemOf(Throwable failure) {
        return switch (failure) {
            case MissingServletRequestParameterException missing ->
                Problem.invalid(missing.getParameterName(), "is required");
            case MissingRequestHeaderException missing -> Problem.invalid(missing.getHeaderName(), "is required");
            default -> null;
        };
    }
}
