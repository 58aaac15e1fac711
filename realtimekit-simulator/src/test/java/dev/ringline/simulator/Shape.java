package dev.ringline.simulator;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Compares what JSON is made of: names, types and the forms of texts, whatever the values. */
final class Shape {

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    private static final Pattern ADDRESS = Pattern.compile("(https?|rtmps)://.+");

    private Shape() {}

    /**
     * Where {@code actual} is not made as {@code example} is; nothing if it is. What is null in one of them may be
     * anything in the other, and of lists only the first elements count.
     */
    static Optional<String> difference(JsonNode example, JsonNode actual) {
        return difference("", example, actual);
    }

    private static Optional<String> difference(String path, JsonNode example, JsonNode actual) {
        if (example.isNull() || actual.isNull()) {
            return Optional.empty();
        }
        if (example.isObject() && actual.isObject()) {
            return inObjects(path, example, actual);
        }
        if (example.isArray() && actual.isArray()) {
            return example.isEmpty() || actual.isEmpty()
                    ? Optional.empty()
                    : difference(path + "/0", example.get(0), actual.get(0));
        }
        return kind(example).equals(kind(actual))
                ? Optional.empty()
                : Optional.of(path + " is " + kind(actual) + " instead of " + kind(example));
    }

    private static Optional<String> inObjects(String path, JsonNode example, JsonNode actual) {
        Stream<String> missing = example.propertyNames().stream()
                .filter(name -> !actual.has(name))
                .map(name -> path + "/" + name + " is missing");
        Stream<String> foreign = actual.propertyNames().stream()
                .filter(name -> !example.has(name))
                .map(name -> path + "/" + name + " is in no example");
        Stream<String> deeper = example.propertyNames().stream()
                .filter(actual::has)
                .flatMap(name -> difference(path + "/" + name, example.get(name), actual.get(name)).stream());
        return Stream.of(missing, foreign, deeper).flatMap(found -> found).findFirst();
    }

    private static String kind(JsonNode value) {
        if (!value.isString()) {
            return value.isNumber() ? "a number" : value.getNodeType().name();
        }
        String text = value.stringValue();
        if (ID.matcher(text).matches()) {
            return "an id";
        }
        if (TIME.matcher(text).matches()) {
            return "a time";
        }
        if (TOKEN.matcher(text).matches()) {
            return "a token";
        }
        return ADDRESS.matcher(text).matches() ? "an address" : "a text";
    }
}
