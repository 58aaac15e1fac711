package dev.ringline.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;

/**
 * Issues access tokens in one issuer's name for one audience.
 *
 * @param clock when a token counts as issued; it lives twelve hours from then
 */
public record TokenIssuer(SigningKey key, String issuer, String audience, InstantSource clock) {

    private static final Duration LIFE = Duration.ofHours(12);

    /** A token for {@code user} with further claims, such as {@code scope} or {@code sid}. */
    public String issue(String user, Map<String, String> claims) {
        var now = clock.instant();
        var content = new JWTClaimsSet.Builder()
                .subject(user)
                .issuer(issuer)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)));
        claims.forEach(content::claim);
        return sign(content.build());
    }

    private String sign(JWTClaimsSet content) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.key().getKeyID())
                .build();
        try {
            var token = new SignedJWT(header, content);
            token.sign(new RSASSASigner(key.key()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot sign a token", e);
        }
    }
}
