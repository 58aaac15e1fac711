package dev.ringline.local.command;

import dev.ringline.local.Addresses;
import dev.ringline.local.Home;
import dev.ringline.local.identity.IdentityProvider;
import dev.ringline.local.identity.PrivateFile;
import dev.ringline.local.identity.SigningKey;
import dev.ringline.local.identity.TokenIssuer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Leaves a file of headers per user for {@code curl -H @.ringline/alice}, with a token of twelve hours. */
public record CurlHeaders(Home home, Addresses addresses) {

    private static final List<String> USERS = List.of("alice", "bob", "carol");

    public void write() {
        var tokens = new TokenIssuer(
                SigningKey.keptIn(home.key("identity.json")),
                IdentityProvider.issuer(addresses.identityProvider()),
                IdentityProvider.AUDIENCE,
                InstantSource.system());
        for (var user : USERS) {
            PrivateFile.write(home.headers(user), headers(user, tokens.issue(user, Map.of("name", user))));
        }
    }

    private static String headers(String user, String token) {
        return """
                Authorization: Bearer %s
                Ringline-Device: %s-phone
                Content-Type: application/json
                """.formatted(token, user);
    }
}
