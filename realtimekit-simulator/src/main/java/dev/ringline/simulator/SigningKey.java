package dev.ringline.simulator;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/** An RSA key of 2048 bits that signs with SHA-256 and PKCS#1 v1.5 padding, made anew each time. */
public final class SigningKey {

    private static final String ALGORITHM = "SHA256withRSA";
    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final KeyPair keys;

    private SigningKey(KeyPair keys) {
        this.keys = keys;
    }

    public static SigningKey make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new SigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot make RSA keys", e);
        }
    }

    public byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(keys.getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot sign with RSA", e);
        }
    }

    public boolean verifies(byte[] content, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(keys.getPublic());
            check.update(content);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The public key as SPKI PEM, with a line end after every line but the last. */
    public String publicPem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + PEM.encodeToString(keys.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----";
    }
}
