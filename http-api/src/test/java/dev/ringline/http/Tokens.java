package dev.ringline.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

/** Tokens of an identity provider, and those that an attacker would try. */
public final class Tokens {

    static final String ISSUER = "https://id.example";
    public static final String AUDIENCE = "ringline";

    private static final RSAKey STRANGE = rsaKey("rsa-1");

    private final RSAKey rsa = rsaKey("rsa-1");
    private final ECKey ec = ecKey();

    String keySet() {
        return new JWKSet(List.of(rsa.toPublicJWK(), ec.toPublicJWK())).toString();
    }

    public String of(String user) {
        return with(claims -> claims.subject(user));
    }

    String with(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(rsa, JOSEObjectType.JWT, claims(change));
    }

    String typed(String type) {
        return signed(rsa, new JOSEObjectType(type), claims(claims -> claims));
    }

    String ofForeignKey() {
        return signed(STRANGE, JOSEObjectType.JWT, claims(claims -> claims));
    }

    String ofUnknownKey() {
        return signed(new RSAKey.Builder(STRANGE).keyID("rsa-9").build(), JOSEObjectType.JWT, claims(claims -> claims));
    }

    String unsigned() {
        return new PlainJWT(claims(claims -> claims)).serialize();
    }

    /** HS256 keyed with the public key, which a verifier that lets the token choose would believe. */
    public String ofConfusedAlgorithm() {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa-1").build(), claims(claims -> claims));
            token.sign(new MACSigner(rsa.toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String ofEllipticCurve() {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec-1").build(), claims(claims -> claims));
            token.sign(new ECDSASigner(ec));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String ofSecret(byte[] secret, JWSAlgorithm algorithm) {
        try {
            var token = new SignedJWT(new JWSHeader(algorithm), claims(claims -> claims));
            token.sign(new MACSigner(secret));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public RSAPublicKey publicKey() {
        try {
            return rsa.toRSAPublicKey();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Date secondsFromNow(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder()
                        .subject("alice")
                        .issuer(ISSUER)
                        .audience(AUDIENCE)
                        .expirationTime(secondsFromNow(300)))
                .build();
    }

    private static String signed(RSAKey key, JOSEObjectType type, JWTClaimsSet claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .type(type)
                    .build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RSAKey rsaKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ECKey ecKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("ec-1").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
