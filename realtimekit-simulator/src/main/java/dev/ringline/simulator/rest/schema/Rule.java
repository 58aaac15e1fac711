package dev.ringline.simulator.rest.schema;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one field of a body must look like. Complaints are in the words of the Joi library, which the real service's known
 * messages come from.
 *
 * @param checks in order; the first that fails is told
 * @param inside what the fields of an object must look like; null if they are not looked at
 */
public record Rule(
        boolean required,
        boolean nullable,
        List<Check> checks,
        @Nullable Schema inside) {

    private static final Pattern GUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    public record Check(Predicate<JsonNode> test, String complaint) {}

    private static Rule of(Check... checks) {
        return new Rule(false, false, List.of(checks), null);
    }

    public static Rule string() {
        return of(new Check(JsonNode::isString, "must be a string"));
    }

    public static Rule filledString() {
        return of(
                new Check(JsonNode::isString, "must be a string"),
                new Check(node -> !node.stringValue().isEmpty(), "is not allowed to be empty"));
    }

    public static Rule matching(String pattern) {
        return of(
                new Check(JsonNode::isString, "must be a string"),
                new Check(
                        node -> node.stringValue().matches(pattern),
                        "fails to match the required pattern: /^" + pattern + "$/"));
    }

    public static Rule guid() {
        return of(new Check(Rule::isGuid, "must be a valid GUID"));
    }

    public static Rule bool() {
        return of(new Check(JsonNode::isBoolean, "must be a boolean"));
    }

    public static Rule object() {
        return of(new Check(JsonNode::isObject, "must be of type object"));
    }

    /** An object whose fields are as {@code inside} says. */
    public static Rule object(Schema inside) {
        return new Rule(false, false, object().checks(), inside);
    }

    public static Rule number() {
        return of(new Check(JsonNode::isNumber, "must be a number"));
    }

    public static Rule wholeNumber(int min, int max) {
        return of(
                new Check(JsonNode::isNumber, "must be a number"),
                new Check(JsonNode::canConvertToLong, "must be an integer"),
                new Check(node -> node.longValue() >= min, "must be greater than or equal to " + min),
                new Check(node -> node.longValue() <= max, "must be less than or equal to " + max));
    }

    public static Rule oneOf(Enum<?>... values) {
        return oneOf(Arrays.stream(values).map(Enum::name).toList());
    }

    public static Rule oneOf(String... values) {
        return oneOf(List.of(values));
    }

    private static Rule oneOf(List<String> names) {
        return of(new Check(node -> isOneOf(names, node), "must be one of " + names));
    }

    /** A list of at least one of these. */
    public static Rule someOf(List<String> names) {
        return of(
                new Check(JsonNode::isArray, "must be an array"),
                new Check(node -> !node.isEmpty(), "must contain at least 1 items"),
                new Check(
                        node -> node.valueStream().allMatch(one -> isOneOf(names, one)),
                        "does not match any of the allowed types"));
    }

    private static boolean isOneOf(List<String> names, JsonNode node) {
        return node.isString() && names.contains(node.stringValue());
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

    /** An absolute URI of http or https. */
    public static Rule webAddress() {
        return of(
                new Check(JsonNode::isString, "must be a string"),
                new Check(
                        node -> node.stringValue().matches("https?://.+") && isAbsoluteUri(node.stringValue()),
                        "must be a valid uri"));
    }

    public Rule orNull() {
        return new Rule(required, true, checks, inside);
    }

    public Rule always() {
        return new Rule(true, nullable, checks, inside);
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

    private static boolean isGuid(JsonNode node) {
        return node.isString() && GUID.matcher(node.stringValue()).matches();
    }

    private static boolean isAbsoluteUri(String text) {
        try {
            return URI.create(text).isAbsolute();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
