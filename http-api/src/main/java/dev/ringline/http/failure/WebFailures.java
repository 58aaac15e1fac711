package dev.ringline.http.failure;

import dev.ringline.http.InvalidField;
import dev.ringline.http.Problem;
import dev.ringline.http.ProblemSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;

/** Failures that Spring's servlet and reactive sides report alike. */
@Order(0)
public final class WebFailures implements ProblemSource {

    private static final InvalidField NO_BODY = new InvalidField("body", "is required: send a JSON object");

    @Override
    public @Nullable Problem problemOf(Throwable failure) {
        return switch (failure) {
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case BindingResult binding -> Problem.invalid(bodyErrors(binding));
            case HandlerMethodValidationException invalid -> Problem.invalid(parameterErrors(invalid));
            case MethodArgumentTypeMismatchException mismatch ->
                Problem.invalid(
                        mismatch.getName(),
                        Expectation.of(mismatch.getRequiredType(), constraints(mismatch.getParameter())));
            case MissingRequestValueException missing -> Problem.invalid(missing.getName(), "is required");
            case ServerWebInputException input -> input(input);
            case ErrorResponse response ->
                StatusProblems.of(response.getStatusCode().value(), plain(response.getHeaders()));
            default -> null;
        };
    }

    private static Problem unreadable(Throwable failure) {
        return jsonCause(failure) instanceof JacksonException json
                ? JsonFailures.problemOf(json)
                : Problem.invalid(List.of(NO_BODY));
    }

    private static Problem input(ServerWebInputException failure) {
        if (failure.getCause() instanceof TypeMismatchException mismatch) {
            var parameter = failure.getMethodParameter();
            return Problem.invalid(
                    nameOf(parameter), Expectation.of(mismatch.getRequiredType(), constraints(parameter)));
        }
        return unreadable(failure);
    }

    private static @Nullable JacksonException jsonCause(Throwable failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return json;
            }
        }
        return null;
    }

    private static List<InvalidField> bodyErrors(Errors errors) {
        return errors.getAllErrors().stream()
                .map(error ->
                        new InvalidField(error instanceof FieldError field ? field.getField() : "body", message(error)))
                .sorted(Comparator.comparing(InvalidField::field))
                .toList();
    }

    private static List<InvalidField> parameterErrors(HandlerMethodValidationException invalid) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(WebFailures::parameterErrors)
                .toList();
    }

    private static Stream<InvalidField> parameterErrors(ParameterValidationResult result) {
        return result instanceof ParameterErrors body
                ? bodyErrors(body).stream()
                : result.getResolvableErrors().stream()
                        .map(error -> new InvalidField(nameOf(result.getMethodParameter()), message(error)));
    }

    private static String message(MessageSourceResolvable error) {
        return Objects.requireNonNullElse(error.getDefaultMessage(), "is not acceptable");
    }

    private static MergedAnnotations constraints(@Nullable MethodParameter parameter) {
        return parameter == null
                ? MergedAnnotations.of(List.of())
                : MergedAnnotations.from(parameter.getParameterAnnotations());
    }

    private static String nameOf(@Nullable MethodParameter parameter) {
        var name = parameter == null ? null : parameter.getParameterName();
        return Objects.requireNonNullElse(name, "request");
    }

    private static Map<String, String> plain(HttpHeaders headers) {
        return headers.toSingleValueMap();
    }
}
