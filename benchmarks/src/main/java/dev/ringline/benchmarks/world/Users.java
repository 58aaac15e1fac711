package dev.ringline.benchmarks.world;

import dev.ringline.local.identity.TokenIssuer;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The users of the benchmarks; a token is signed when its user first asks for something. */
public final class Users {

    private final TokenIssuer issuer;
    private final ConcurrentMap<String, String> credentials = new ConcurrentHashMap<>();

    Users(TokenIssuer issuer) {
        this.issuer = issuer;
    }

    /** What a request from this user's usual device carries, which is called like the user. */
    public Map<String, String> headers(String user) {
        return headers(user, user);
    }

    /** What a request from a device of this user carries. */
    public Map<String, String> headers(String user, String device) {
        return Map.of("Authorization", credential(user), "Ringline-Device", device);
    }

    /** Signs the tokens of these users now, so that it costs nothing while something is measured. */
    public void prepare(Collection<String> users) {
        users.parallelStream().forEach(this::credential);
    }

    /** Signs the tokens of {@code count} pairs now, so that it costs nothing while something is measured. */
    public void prepare(String kind, int count) {
        prepare(IntStream.range(0, count)
                .mapToObj(number -> Pair.of(kind, number))
                .flatMap(pair -> Stream.of(pair.caller(), pair.callee()))
                .toList());
    }

    private String credential(String user) {
        return credentials.computeIfAbsent(user, name -> "Bearer " + issuer.issue(name, Map.of()));
    }

    /** Two users; the caller's id is the lower one. */
    public record Pair(String caller, String callee) {

        public static Pair of(String kind, int number) {
            return new Pair("%s-a-%07d".formatted(kind, number), "%s-b-%07d".formatted(kind, number));
        }
    }
}
