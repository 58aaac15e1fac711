package dev.ringline.http;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * An error as clients see it: RFC 9457 {@code application/problem+json}.
 *
 * @param status the HTTP status
 * @param code stable and kebab-case; programs decide by it
 * @param detail one sentence for people that says what to change
 * @param errors what to correct in the request, for status 400
 * @param members further members of the body, such as the call that stands in the way
 * @param headers further response headers
 */
public record Problem(
        int status,
        String code,
        String detail,
        List<InvalidField> errors,
        Map<String, @Nullable Object> members,
        Map<String, String> headers) {

    public Problem {
        requireNonNull(code, "code");
        requireNonNull(detail, "detail");
        errors = List.copyOf(errors);
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        headers = Map.copyOf(headers);
    }

    /** A problem without further members. */
    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, List.of(), Map.of(), Map.of());
    }

    /** 400 {@code invalid-request} because of one field. */
    public static Problem invalid(String field, String message) {
        return invalid(List.of(new InvalidField(field, message)));
    }

    /** 400 {@code invalid-request} because of some fields, at least one. */
    public static Problem invalid(List<InvalidField> errors) {
        var first = errors.getFirst();
        var detail = "The request is not valid: %s %s.".formatted(first.field(), first.message());
        return new Problem(400, "invalid-request", detail, errors, Map.of(), Map.of());
    }

    /** 503 {@code unavailable}: the same request may succeed in a moment. */
    public static Problem unavailable(String detail) {
        return of(503, "unavailable", detail).withHeader("Retry-After", "1");
    }

    /** The same with one more thing to correct. */
    public Problem withError(String field, String message) {
        var more = Stream.concat(errors.stream(), Stream.of(new InvalidField(field, message)))
                .toList();
        return new Problem(status, code, detail, more, members, headers);
    }

    /** The same with one more member of the body. */
    public Problem with(String member, @Nullable Object value) {
        var more = new LinkedHashMap<String, @Nullable Object>(members);
        more.put(member, value);
        return new Problem(status, code, detail, errors, more, headers);
    }

    /** The same with one more response header. */
    public Problem withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, code, detail, errors, members, more);
    }

    /** The JSON body, in the order in which people read it. */
    public Map<String, @Nullable Object> body() {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("type", "about:blank");
        body.put("title", title());
        body.put("status", status);
        body.put("detail", detail);
        body.put("code", code);
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        body.putAll(members);
        return body;
    }

    private String title() {
        var known = HttpStatus.resolve(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }
}
