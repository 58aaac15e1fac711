package dev.ringline.http.servlet;

import dev.ringline.http.Problem;
import dev.ringline.http.ProblemSource;
import dev.ringline.http.failure.StatusProblems;
import java.net.SocketTimeoutException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.HttpMessageNotReadableException;
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
            case HttpMessageNotReadableException unreadable
            when neverCame(unreadable) -> StatusProblems.of(408, Map.of()).withHeader("Connection", "close");
            default -> null;
        };
    }

    private static boolean neverCame(Throwable failure) {
        return failure instanceof SocketTimeoutException
                || (failure.getCause() != null && neverCame(failure.getCause()));
    }
}
