package dev.ringline.http.jwt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Tokens that were found right a moment ago. A device asks every second with the same token, and to check its signature
 * costs more than to answer. Time is looked at each time; everything else about a token cannot change, but for a key that is
 * withdrawn: that is noticed a minute later at most, on top of the time for which keys themselves are kept.
 */
final class KnownTokens implements JwtDecoder {

    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);

    /** As a device sends some hundred characters, this is enough for thousands of devices and some megabytes at most. */
    private static final long MOST_CHARACTERS = 4_000_000;

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> timely;
    private final Cache<String, Jwt> known;

    KnownTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> timely, Ticker ticker) {
        this.decoder = decoder;
        this.timely = timely;
        this.known = Caffeine.newBuilder()
                .maximumWeight(MOST_CHARACTERS)
                .weigher((String token, Jwt _) -> token.length())
                .expireAfterWrite(KNOWN_FOR)
                .ticker(ticker)
                .build();
    }

    @Override
    public Jwt decode(String token) {
        Jwt jwt = known.getIfPresent(token);
        return jwt == null ? learn(token) : stillTimely(token, jwt);
    }

    private Jwt learn(String token) {
        Jwt jwt = decoder.decode(token);
        known.put(token, jwt);
        return jwt;
    }

    private Jwt stillTimely(String token, Jwt jwt) {
        var result = timely.validate(jwt);
        if (result.hasErrors()) {
            known.invalidate(token);
            throw new JwtValidationException("The token's time is over", result.getErrors());
        }
        return jwt;
    }
}
