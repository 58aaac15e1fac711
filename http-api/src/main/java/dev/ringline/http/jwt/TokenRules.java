package dev.ringline.http.jwt;

import dev.ringline.http.OpaqueIdRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** What a token must say once its signature is right. */
final class TokenRules {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private TokenRules() {}

    static OAuth2TokenValidator<Jwt> of(SecurityProperties properties) {
        var rules = new ArrayList<OAuth2TokenValidator<Jwt>>();
        rules.add(notExpired());
        rules.add(audience(properties.jwt().requiredAudience()));
        rules.add(user(properties.userClaim()));
        var issuer = properties.jwt().requiredIssuer();
        if (issuer != null) {
            rules.add(claim(JwtClaimNames.ISS, value -> issuer.equals(value.toString())));
        }
        return new DelegatingOAuth2TokenValidator<>(rules);
    }

    /** The one rule that a token can break after it kept it. */
    static OAuth2TokenValidator<Jwt> notExpired() {
        var timestamps = new JwtTimestampValidator(CLOCK_SKEW);
        timestamps.setAllowEmptyExpiryClaim(false);
        return timestamps;
    }

    private static OAuth2TokenValidator<Jwt> audience(String required) {
        return claim(JwtClaimNames.AUD, value -> value instanceof List<?> audiences && audiences.contains(required));
    }

    private static OAuth2TokenValidator<Jwt> user(String userClaim) {
        return claim(userClaim, value -> OpaqueIdRule.accepts(value.toString()));
    }

    private static OAuth2TokenValidator<Jwt> claim(String name, Predicate<Object> rule) {
        return new JwtClaimValidator<Object>(name, value -> value != null && rule.test(value));
    }
}
