package dev.ringline.http.ring;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.ringline.http.OpaqueIdRule;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * What a push carries so that an app which it wakes can look at that one call before its user's session is there. Ringline
 * signs it itself (ES256); it says whose device it is for ({@code sub}, {@value #DEVICE}) and for which call
 * ({@value #CALL}), and opens nothing but that call's ring.
 */
public final class RingTokens {

    /** In the header of each: what tells them from tokens of the app. */
    public static final JOSEObjectType TYPE = new JOSEObjectType("ringline-ring+jwt");

    public static final String ISSUER = "ringline";
    public static final String DEVICE = "device";
    public static final String CALL = "call";

    private RingTokens() {}

    /** Whether this is one, as the header says that was checked. */
    public static boolean isOne(Jwt token) {
        return TYPE.getType().equals(token.getHeaders().get("typ"));
    }

    /**
     * Checks them against the public keys of a file.
     *
     * @param file a JSON Web Key Set of EC keys on P-256
     * @param timely whether their time is not over
     * @throws IllegalArgumentException if it is none; it names the setting
     */
    public static JwtDecoder decoder(Path file, OAuth2TokenValidator<Jwt> timely) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, new ImmutableJWKSet<>(keys(file))));
        processor.setJWTClaimsSetVerifier((claims, context) -> {}); // the rules below say more
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                timely,
                new JwtClaimValidator<Object>(JwtClaimNames.ISS, value -> ISSUER.equals(String.valueOf(value))),
                opaque(JwtClaimNames.SUB),
                opaque(DEVICE),
                opaque(CALL)));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> opaque(String claim) {
        return new JwtClaimValidator<Object>(
                claim, value -> value instanceof String text && OpaqueIdRule.accepts(text));
    }

    private static JWKSet keys(Path file) {
        try {
            return JWKSet.load(file.toFile()).toPublicJWKSet();
        } catch (IOException | ParseException e) {
            throw new IllegalArgumentException(
                    "ringline.security.ring-keys-file must be a JSON Web Key Set, but " + file + " is not.", e);
        }
    }
}
