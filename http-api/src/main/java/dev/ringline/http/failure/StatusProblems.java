package dev.ringline.http.failure;

import dev.ringline.http.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/** The problem of a bare HTTP status, for errors of which nothing more is known. */
public final class StatusProblems {

    private StatusProblems() {}

    /**
     * The problem of a status.
     *
     * @param headers of the response: {@code Allow} and {@code Accept} tell what would have been right
     */
    public static Problem of(int status, Map<String, String> headers) {
        var plain = plain(status, headers);
        return new Problem(
                plain.status(), plain.code(), plain.detail(), plain.errors(), Map.of(), merged(plain, headers));
    }

    private static Problem plain(int status, Map<String, String> headers) {
        return switch (status) {
            case 400 ->
                Problem.invalid(
                        "request",
                        "must be well-formed HTTP, with Content-Length or Transfer-Encoding but not both,"
                                + " and have the parameters of the API description");
            case 401 -> Problem.of(401, "unauthenticated", "Send a valid bearer token in the Authorization header.");
            case 403 -> Problem.of(403, "forbidden", "The token does not allow this; use one that does.");
            case 404 -> Problem.of(404, "not-found", "Nothing is at this path; check it against the API description.");
            case 405 ->
                Problem.of(405, "method-not-allowed", "Use a method that this path has: " + allowed(headers) + ".");
            case 406 -> Problem.of(406, "not-acceptable", "Accept " + accepted(headers) + ".");
            case 408 -> Problem.of(408, "request-timeout", "Send the whole request without a pause.");
            case 413 -> Problem.of(413, "too-large", "Send a smaller body.");
            case 414 -> Problem.of(414, "uri-too-long", "Send a shorter path and query.");
            case 415 ->
                Problem.of(415, "unsupported-media-type", "Send the body as application/json.")
                        .withHeader(HttpHeaders.ACCEPT, "application/json");
            case 431 -> Problem.of(431, "headers-too-large", "Send fewer or shorter headers.");
            case 503 -> Problem.unavailable("The service cannot answer now; send the same request again.");
            case 504 -> Problem.of(504, "timeout", "The answer took too long; ask again for what is stored.");
            default -> other(status);
        };
    }

    private static Problem other(int status) {
        return status >= 400 && status < 500
                ? Problem.of(status, "invalid-request", "Check the request against the API description.")
                : Problem.of(500, "internal-error", "The service failed. Nothing in the request needs to change.");
    }

    private static String allowed(Map<String, String> headers) {
        return headers.getOrDefault(HttpHeaders.ALLOW, "see the API description");
    }

    private static String accepted(Map<String, String> headers) {
        return headers.getOrDefault(HttpHeaders.ACCEPT, "application/json");
    }

    private static Map<String, String> merged(Problem plain, Map<String, String> headers) {
        var merged = new LinkedHashMap<>(plain.headers());
        merged.putAll(headers);
        return merged;
    }
}
