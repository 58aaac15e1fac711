package dev.ringline.simulator.rest.schema;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * What one field of a body must look like. Complaints are in the words of the Joi library, which the real service's known
 * messages come from.
 *
 * @param checks in order; the first that fails is told
 */
public record Rule(boolean required, boolean nullable, List<Check> checks) {

    private record Check(Predicate<JsonNode> test, String complaint) {}

    private static Rule of(Check... checks) {
        return new Rule(false, false, List.of(checks));
    }

    public static Rule string() {
        return of(new Check(JsonNode::isString, "must be a string"));
    }

    public static Rule filledString() {
        return of(
                new Check(JsonNode::isString, "must be a string"),
                new Check(node -> !node.stringValue().isEmpty(), "is not allowed to be empty"));
    }

    public static Rule bool() {
        return of(new Check(JsonNode::isBoolean, "must be a boolean"));
    }

    public static Rule object() {
        return of(new Check(JsonNode::isObject, "must be of type object"));
    }

    public static Rule wholeNumber(int min, int max) {
        return of(
                new Check(JsonNode::isNumber, "must be a number"),
                new Check(JsonNode::canConvertToLong, "must be an integer"),
                new Check(node -> node.longValue() >= min, "must be greater than or equal to " + min),
                new Check(node -> node.longValue() <= max, "must be less than or equal to " + max));
    }

    public static Rule oneOf(Enum<?>... values) {
        List<String> names = Arrays.stream(values).map(Enum::name).toList();
        return of(new Check(node -> node.isString() && names.contains(node.stringValue()), "must be one of " + names));
    }

    public static Rule strings() {
        return of(
                new Check(JsonNode::isArray, "must be an array"),
                new Check(node -> !node.isEmpty(), "must contain at least 1 items"),
                new Check(node -> node.valueStream().allMatch(JsonNode::isString), "must be an array of strings"));
    }

    public static Rule uri() {
        return of(
                new Check(JsonNode::isString, "must be a string"),
                new Check(node -> isAbsoluteUri(node.stringValue()), "must be a valid uri"));
    }

    public Rule orNull() {
        return new Rule(required, true, checks);
    }

    public Rule always() {
        return new Rule(true, nullable, checks);
    }

    /** What is wrong with {@code value}, if anything. */
    Optional<String> complaintAbout(JsonNode value) {
        if (nullable && value.isNull()) {
            return Optional.empty();
        }
        return checks.stream()
                .filter(check -> !check.test().test(value))
                .map(Check::complaint)
                .findFirst();
    }

    private static boolean isAbsoluteUri(String text) {
        try {
            return URI.create(text).isAbsolute();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
