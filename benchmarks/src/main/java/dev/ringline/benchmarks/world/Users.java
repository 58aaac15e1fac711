package dev.ringline.benchmarks.world;

import dev.ringline.local.identity.TokenIssuer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;

/** The users of the benchmarks, each with one device; a token is signed when its user first asks for something. */
public final class Users {

    private final TokenIssuer issuer;
    private final ConcurrentMap<String, Map<String, String>> headers = new ConcurrentHashMap<>();

    Users(TokenIssuer issuer) {
        this.issuer = issuer;
    }

    /** What a request of this user carries. */
    public Map<String, String> headers(String user) {
        return headers.computeIfAbsent(
                user,
                name -> Map.of("Authorization", "Bearer " + issuer.issue(name, Map.of()), "Ringline-Device", name));
    }

    /** Signs the tokens of {@code count} pairs now, so that it costs nothing while something is measured. */
    public void prepare(String kind, int count) {
        IntStream.range(0, count)
                .parallel()
                .mapToObj(number -> Pair.of(kind, number))
                .forEach(pair -> {
                    headers(pair.caller());
                    headers(pair.callee());
                });
    }

    /** Two users; the caller's id is the lower one. */
    public record Pair(String caller, String callee) {

        public static Pair of(String kind, int number) {
            return new Pair("%s-a-%07d".formatted(kind, number), "%s-b-%07d".formatted(kind, number));
        }
    }
}
