package dev.ringline.notification.push.webpush;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ringline.notification.push.Pem;
import dev.ringline.notification.push.PushTarget.WebPush;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** What a browser does with a push: a subscription of its own, and the decryption of RFC 8291 written after its text. */
final class Browser {

    private static final int COORDINATE = 32;
    private static final int POINT = 65;

    private final PrivateKey privateKey;
    private final byte[] publicKey;
    private final byte[] auth;

    private Browser(PrivateKey privateKey, byte[] publicKey, byte[] auth) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        this.auth = auth;
    }

    /** One with fresh keys. */
    static Browser open() {
        KeyPair keys = Pem.p256();
        byte[] auth = Arrays.copyOf(keys.getPublic().getEncoded(), 16);
        return new Browser(keys.getPrivate(), point((ECPublicKey) keys.getPublic()), auth);
    }

    /** One with these keys, each in base64url. */
    static Browser with(String privateKey, String publicKey, String auth) throws GeneralSecurityException {
        ECParameterSpec curve = ((ECPublicKey) Pem.p256().getPublic()).getParams();
        var secret = new ECPrivateKeySpec(new BigInteger(1, bytes(privateKey)), curve);
        return new Browser(KeyFactory.getInstance("EC").generatePrivate(secret), bytes(publicKey), bytes(auth));
    }

    /** Where this browser wants its pushes. */
    WebPush subscribedAt(String endpoint) {
        return new WebPush(endpoint, text(publicKey), text(auth));
    }

    /** The data of the push event that this body makes. */
    String decrypted(byte[] body) throws GeneralSecurityException {
        ByteBuffer message = ByteBuffer.wrap(body);
        byte[] salt = read(message, 16);
        int recordSize = message.getInt();
        byte[] sender = read(message, message.get());
        byte[] record = read(message, message.remaining());
        if (record.length > recordSize || sender.length != POINT) {
            throw new GeneralSecurityException("A push is one record with the sender's point before it");
        }
        byte[] keyInfo = concatenated("WebPush: info\0".getBytes(US_ASCII), publicKey, sender);
        byte[] ikm = derived(auth, agreed(sender), keyInfo, 32);
        byte[] key = derived(salt, ikm, "Content-Encoding: aes128gcm\0".getBytes(US_ASCII), 16);
        byte[] nonce = derived(salt, ikm, "Content-Encoding: nonce\0".getBytes(US_ASCII), 12);
        return withoutPadding(opened(key, nonce, record));
    }

    private byte[] agreed(byte[] sender) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(privateKey);
        agreement.doPhase(publicKey(sender), true);
        return agreement.generateSecret();
    }

    private static byte[] derived(byte[] salt, byte[] ikm, byte[] info, int length) throws GeneralSecurityException {
        var parameters = HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(ikm).thenExpand(info, length);
        return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
    }

    private static byte[] opened(byte[] key, byte[] nonce, byte[] sealed) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        return cipher.doFinal(sealed);
    }

    private static String withoutPadding(byte[] padded) throws GeneralSecurityException {
        int end = padded.length - 1;
        while (end > 0 && padded[end] == 0) {
            end--;
        }
        if (padded[end] != 2) {
            throw new GeneralSecurityException("The only record is also the last");
        }
        return new String(padded, 0, end, UTF_8);
    }

    static ECPublicKey publicKey(byte[] point) throws GeneralSecurityException {
        ECParameterSpec curve = ((ECPublicKey) Pem.p256().getPublic()).getParams();
        var coordinates = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE)),
                new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE, POINT)));
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(coordinates, curve));
    }

    static byte[] point(ECPublicKey key) {
        byte[] point = new byte[POINT];
        point[0] = 4;
        write(key.getW().getAffineX(), point, 1);
        write(key.getW().getAffineY(), point, 1 + COORDINATE);
        return point;
    }

    private static void write(BigInteger coordinate, byte[] point, int at) {
        byte[] bytes = coordinate.toByteArray();
        int from = Math.max(0, bytes.length - COORDINATE);
        System.arraycopy(bytes, from, point, at + COORDINATE - (bytes.length - from), bytes.length - from);
    }

    private static byte[] read(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    private static byte[] concatenated(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] bytes(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
