package dev.ringline.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.ringline.http.ring.RingTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Ring tokens as they are signed when a push is sent, and what somebody would make of them who wants more. */
final class RingTokenSamples {

    static final String CALL = "call-1";
    static final String DEVICE = "phone-1";

    private final ECKey key = key();
    private final ECKey foreign = key();

    /** The public keys, for a setting. */
    Path publicKeys() {
        try {
            return Files.writeString(
                    Files.createTempFile("ring-keys", ".json"), new JWKSet(key.toPublicJWK()).toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String good() {
        return with(claims -> claims);
    }

    String with(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(key, change);
    }

    String ofForeignKey() {
        return signed(foreign, claims -> claims);
    }

    private static String signed(ECKey key, UnaryOperator<JWTClaimsSet.Builder> change) {
        JWTClaimsSet claims = change.apply(new JWTClaimsSet.Builder()
                        .issuer(RingTokens.ISSUER)
                        .subject("alice")
                        .claim(RingTokens.DEVICE, DEVICE)
                        .claim(RingTokens.CALL, CALL)
                        .claim("scope", "ringline.admin")
                        .expirationTime(Tokens.secondsFromNow(30)))
                .build();
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(RingTokens.TYPE)
                            .keyID("ring")
                            .build(),
                    claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("ring").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
