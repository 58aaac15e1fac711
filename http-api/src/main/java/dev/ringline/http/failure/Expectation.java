package dev.ringline.http.failure;

import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.MergedAnnotations;

/** Says in words what a value of a type must be. */
final class Expectation {

    private Expectation() {}

    /**
     * What a value must be.
     *
     * @param constraints on the place where the value goes
     */
    static String of(@Nullable Class<?> type, MergedAnnotations constraints) {
        if (type == null) {
            return "has the wrong type";
        }
        if (type.isEnum()) {
            return "must be one of " + constants(type);
        }
        return "must be " + noun(type, constraints);
    }

    private static String noun(Class<?> type, MergedAnnotations constraints) {
        if (type == String.class) {
            return "a string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == double.class || type == Double.class || type == float.class || type == Float.class) {
            return "a number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a whole number " + Range.of(type, constraints);
        }
        if (type == Instant.class) {
            return "a time such as 2026-01-31T12:00:00Z";
        }
        return structure(type);
    }

    private static String structure(Class<?> type) {
        if (Temporal.class.isAssignableFrom(type)) {
            return "a date or a time in ISO 8601 form";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        return type.isArray() || Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
