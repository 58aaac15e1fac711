package dev.ringline.testkit;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.ringline.local.identity.PrivateFile;
import dev.ringline.local.identity.RingKeys;
import dev.ringline.local.identity.SigningKey;
import dev.ringline.local.identity.TokenIssuer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;

/** The identity provider of the tests: tokens that a service must believe, and tokens that it must not. */
public final class TestIdentity {

    public static final String ISSUER = "https://identity.test";
    public static final String AUDIENCE = "ringline";

    private static final SigningKey KEY = SigningKey.generate();
    private static final Path PUBLIC_KEY_FILE = publish();
    private static final RingKeys RING_KEYS = RingKeys.keptIn(TestFolder.keys().resolve("ring"));

    private TestIdentity() {}

    /** The public key in PEM. */
    public static Path publicKeyFile() {
        return PUBLIC_KEY_FILE;
    }

    /** The keys of ring tokens, for both sides: what notification-service signs with and what services check with. */
    public static RingKeys ringKeys() {
        return RING_KEYS;
    }

    public static String tokenFor(String user) {
        return issuer(KEY).issue(user, Map.of("name", user));
    }

    /** {@code scope}: one or several, separated by a space. */
    public static String tokenWithScope(String user, String scope) {
        return issuer(KEY).issue(user, Map.of("scope", scope));
    }

    /** Carries the device as the session id ({@code sid}). */
    public static String tokenWithSession(String user, String session) {
        return issuer(KEY).issue(user, Map.of("sid", session));
    }

    public static String expiredTokenFor(String user) {
        var yesterday = InstantSource.offset(InstantSource.system(), Duration.ofDays(-1));
        return new TokenIssuer(KEY, ISSUER, AUDIENCE, yesterday).issue(user, Map.of());
    }

    public static String tokenForOtherAudience(String user) {
        return new TokenIssuer(KEY, ISSUER, "another-app", InstantSource.system()).issue(user, Map.of());
    }

    public static String tokenOfOtherIssuer(String user) {
        return new TokenIssuer(KEY, "https://elsewhere.test", AUDIENCE, InstantSource.system()).issue(user, Map.of());
    }

    public static String tokenSignedByForeignKey(String user) {
        return issuer(SigningKey.generate()).issue(user, Map.of());
    }

    /** {@code alg: none}. */
    public static String unsignedTokenFor(String user) {
        return new PlainJWT(new JWTClaimsSet.Builder()
                        .subject(user)
                        .issuer(ISSUER)
                        .audience(AUDIENCE)
                        .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))))
                        .build())
                .serialize();
    }

    private static TokenIssuer issuer(SigningKey key) {
        return new TokenIssuer(key, ISSUER, AUDIENCE, InstantSource.system());
    }

    private static Path publish() {
        var file = TestFolder.keys().resolve("identity.pem");
        PrivateFile.write(file, KEY.publicPem());
        return file;
    }
}
