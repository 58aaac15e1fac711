package dev.ringline.notification.push.webpush;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import com.zerodeplibs.webpush.key.PrivateKeySource;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySource;
import com.zerodeplibs.webpush.key.PublicKeySources;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;

/** This application's identity to push services. */
public final class Vapid {

    /** Push services take at most a day. */
    private static final Duration VALID = Duration.ofHours(12);

    private static final byte[] PROBE = {1, 2, 3};

    private final VAPIDKeyPair keys;
    private final String subject;

    private Vapid(VAPIDKeyPair keys, String subject) {
        this.keys = keys;
        this.subject = subject;
    }

    /** Reads the two keys; fails with a sentence when they are none, or not a pair. */
    static Vapid read(Path privateKey, Path publicKey, String subject) {
        String property = "ringline.push.webpush.private-key-file, public-key-file: ";
        try {
            PrivateKeySource ours = PrivateKeySources.ofPEMFile(privateKey);
            PublicKeySource told = PublicKeySources.ofPEMFile(publicKey);
            if (!arePair(ours, told)) {
                throw new IllegalStateException(property + publicKey + " does not belong to " + privateKey);
            }
            return new Vapid(VAPIDKeyPairs.of(ours, told), subject);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException noKeys) {
            throw new IllegalStateException(property + "no P-256 key pair in PEM", noKeys);
        }
    }

    private static boolean arePair(PrivateKeySource ours, PublicKeySource told) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(ours.extract());
        signature.update(PROBE);
        byte[] signed = signature.sign();
        signature.initVerify(told.extract());
        signature.update(PROBE);
        return signature.verify(signed);
    }

    /** What a browser needs as {@code applicationServerKey}: the uncompressed point, in base64url. */
    public String publicKey() {
        return keys.extractPublicKeyInUncompressedFormAsString();
    }

    /** The value of the header {@code Authorization} for requests to this endpoint. */
    String authorization(URI endpoint, Instant now) {
        return keys.generateAuthorizationHeaderValue(VAPIDJWTParam.getBuilder()
                .resourceURLString(endpoint.toString())
                .expirationTime(now.plus(VALID))
                .subject(subject)
                .build());
    }
}
