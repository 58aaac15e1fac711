package dev.ringline.http.failure;

import dev.ringline.http.InvalidField;
import dev.ringline.http.Problem;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.util.ReflectionUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a JSON body. */
final class JsonFailures {

    private static final String BODY = "body";

    private JsonFailures() {}

    static Problem problemOf(JacksonException failure) {
        return Problem.invalid(List.of(invalidField(failure)));
    }

    private static InvalidField invalidField(JacksonException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                new InvalidField(path(unknown), "is not known here; known are " + known(unknown));
            case MismatchedInputException mismatch ->
                new InvalidField(path(mismatch), Expectation.of(mismatch.getTargetType(), constraints(mismatch)));
            case InputCoercionException overflow ->
                new InvalidField(path(overflow), Expectation.of(overflow.getTargetType(), constraints(overflow)));
            case StreamReadException malformed ->
                new InvalidField(
                        BODY,
                        "must be well-formed JSON: line %d, column %d is not"
                                .formatted(
                                        malformed.getLocation().getLineNr(),
                                        malformed.getLocation().getColumnNr()));
            default -> new InvalidField(path(failure), "is not acceptable");
        };
    }

    private static String known(UnrecognizedPropertyException unknown) {
        var ids = Objects.requireNonNullElse(unknown.getKnownPropertyIds(), List.of());
        return ids.isEmpty()
                ? "none"
                : ids.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static MergedAnnotations constraints(JacksonException failure) {
        var path = failure.getPath();
        var field = path.isEmpty() ? null : field(path.getLast());
        return field == null ? MergedAnnotations.of(List.of()) : MergedAnnotations.from(field);
    }

    private static @Nullable Field field(JacksonException.Reference step) {
        var type = step.from() instanceof Class<?> of ? of : step.from().getClass();
        return step.getPropertyName() == null ? null : ReflectionUtils.findField(type, step.getPropertyName());
    }

    private static String path(JacksonException failure) {
        var path = failure.getPath().stream().map(JsonFailures::step).collect(Collectors.joining("."));
        return path.isEmpty() ? BODY : path;
    }

    private static String step(JacksonException.Reference step) {
        return step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName();
    }
}
