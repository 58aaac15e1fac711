package dev.ringline.http.jwt;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SingleKeyJWSKeySelector;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Picks the key that a token must be signed with. Each source has fixed algorithms: a token never chooses. */
final class TokenKeys {

    private static final Set<JWSAlgorithm> OF_KEY_SETS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    private static final long FRESH_MS = Duration.ofMinutes(5).toMillis();
    private static final long FETCH_MS = Duration.ofSeconds(3).toMillis();
    private static final long AHEAD_MS = Duration.ofSeconds(30).toMillis();
    private static final long FETCH_AT_MOST_EVERY_MS = Duration.ofSeconds(5).toMillis();
    private static final long OUTAGE_MS = Duration.ofHours(24).toMillis();

    private TokenKeys() {}

    static JWSKeySelector<SecurityContext> of(KeySource source) {
        return switch (source) {
            case KeySource.Provider(URI issuer) -> keySet(KeySetRetriever.configurationOf(issuer));
            case KeySource.KeySet(URI address) -> keySet(address);
            case KeySource.PublicKey(var file) ->
                new SingleKeyJWSKeySelector<>(JWSAlgorithm.RS256, KeyFiles.publicKey(file));
            case KeySource.Secret(var file) -> new SingleKeyJWSKeySelector<>(JWSAlgorithm.HS256, KeyFiles.secret(file));
        };
    }

    private static JWSKeySelector<SecurityContext> keySet(URI address) {
        var retriever = new KeySetRetriever();
        var cached = cached(address, retriever);
        return new JWSVerificationKeySelector<>(OF_KEY_SETS, (selector, context) -> {
            try {
                return cached.get(selector, context);
            } catch (RateLimitReachedException tooOften) {
                return unknownKey(retriever, tooOften);
            }
        });
    }

    /** Somebody tries many unknown keys: they are unknown, which is no outage. */
    private static List<JWK> unknownKey(KeySetRetriever retriever, KeySourceException tooOften)
            throws KeySourceException {
        if (retriever.hasAnswered()) {
            return List.of();
        }
        throw tooOften;
    }

    /** Keys are refreshed ahead of time; while the provider is down those that were had last go on for a day. */
    private static JWKSource<SecurityContext> cached(URI address, KeySetRetriever retriever) {
        try {
            return JWKSourceBuilder.<SecurityContext>create(address.toURL(), retriever)
                    .cache(FRESH_MS, FETCH_MS)
                    .refreshAheadCache(AHEAD_MS, false)
                    .rateLimited(FETCH_AT_MOST_EVERY_MS)
                    .outageTolerant(OUTAGE_MS)
                    .build();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException("The address of the keys must be a URL, but is " + address, impossible);
        }
    }
}
