package dev.ringline.http.ring;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Signs {@linkplain RingTokens ring tokens}. */
public final class RingTokenSigner {

    private final JWSHeader header;
    private final JWSSigner signer;

    private RingTokenSigner(JWSHeader header, JWSSigner signer) {
        this.header = header;
        this.signer = signer;
    }

    /**
     * A signer with the first private key of a file; the others, if any, are there for whoever checks.
     *
     * @param file a JSON Web Key Set of EC keys on P-256
     * @throws IllegalArgumentException if it holds no such key; it names the file
     */
    public static RingTokenSigner of(Path file) {
        try {
            ECKey key = JWKSet.load(file.toFile()).getKeys().stream()
                    .filter(JWK::isPrivate)
                    .filter(ECKey.class::isInstance)
                    .map(ECKey.class::cast)
                    .findFirst()
                    .orElseThrow(() -> none(file, null));
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                    .type(RingTokens.TYPE)
                    .keyID(key.getKeyID())
                    .build();
            return new RingTokenSigner(header, new ECDSASigner(key));
        } catch (IOException | ParseException | JOSEException e) {
            throw none(file, e);
        }
    }

    /**
     * A token that opens the ring of one call to one device.
     *
     * @param until when it is of no use any more
     */
    public String sign(String userId, String deviceId, String callId, Instant until) {
        var token = new SignedJWT(
                header,
                new JWTClaimsSet.Builder()
                        .issuer(RingTokens.ISSUER)
                        .subject(userId)
                        .claim(RingTokens.DEVICE, deviceId)
                        .claim(RingTokens.CALL, callId)
                        .expirationTime(Date.from(until))
                        .build());
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("The key for ring tokens does not sign", e);
        }
        return token.serialize();
    }

    private static IllegalArgumentException none(Path file, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "The file " + file + " must be a JSON Web Key Set with a private EC key on P-256.", cause);
    }
}
