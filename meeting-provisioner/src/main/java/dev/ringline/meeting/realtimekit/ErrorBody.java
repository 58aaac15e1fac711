package dev.ringline.meeting.realtimekit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What an answer says of errors, whichever of the envelopes it uses: {@code error} of the kit, {@code errors} of the
 * gateway in front of it, {@code message} of the legacy API.
 */
record ErrorBody(Set<Integer> codes, String text) {

    private static final int LONGEST_TEXT = 200;

    static ErrorBody of(JsonNode body) {
        List<JsonNode> errors = errors(body);
        return new ErrorBody(
                errors.stream()
                        .map(error -> error.path("code"))
                        .filter(JsonNode::isNumber)
                        .map(JsonNode::intValue)
                        .collect(Collectors.toUnmodifiableSet()),
                errors.stream()
                        .map(error -> error.path("message"))
                        .filter(JsonNode::isString)
                        .map(message -> printable(message.stringValue()))
                        .collect(Collectors.joining("; ")));
    }

    private static List<JsonNode> errors(JsonNode body) {
        Stream<JsonNode> several = StreamSupport.stream(body.path("errors").spliterator(), false);
        return Stream.concat(Stream.of(body.path("error"), body), several).toList();
    }

    private static String printable(String text) {
        String clipped = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
        return clipped.replaceAll("\\p{Cntrl}", " ");
    }

    boolean has(int code) {
        return codes.contains(code);
    }

    boolean hasAny(Set<Integer> some) {
        return some.stream().anyMatch(codes::contains);
    }
}
