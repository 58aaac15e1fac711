package dev.ringline.http;

import static java.util.Objects.requireNonNull;

/**
 * One thing to correct in a request.
 *
 * @param field the path of a body field ({@code quietHours.from}), a parameter, a header, or {@code body}
 * @param message what it must be; reads on after the name of the field
 */
public record InvalidField(String field, String message) {

    public InvalidField {
        requireNonNull(field, "field");
        requireNonNull(message, "message");
    }
}
