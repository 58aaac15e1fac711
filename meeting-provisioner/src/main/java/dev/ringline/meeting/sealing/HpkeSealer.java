package dev.ringline.meeting.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import dev.ringline.meeting.TokenSealer;
import dev.ringline.meeting.TokenSealer.SealedToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Seals with the primary key of a public keyset. The context is {@code meetingId\nuserId} in UTF-8. */
public final class HpkeSealer implements TokenSealer {

    private final HybridEncrypt encrypt;
    private final String keyId;

    private HpkeSealer(HybridEncrypt encrypt, String keyId) {
        this.encrypt = encrypt;
        this.keyId = keyId;
    }

    /** Reads the keyset once; fails with a sentence that names the property when nothing can be sealed with it. */
    public static HpkeSealer read(SealingProperties settings) {
        Path file = settings.publicKeysetFile();
        try {
            HybridConfig.register();
            KeysetHandle keyset = TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(
                    Files.readString(file), RegistryConfiguration.get());
            HybridEncrypt encrypt = keyset.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
            encrypt.encrypt(new byte[0], new byte[0]);
            return new HpkeSealer(
                    encrypt, Integer.toUnsignedString(keyset.getPrimary().getId()));
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException(
                    "ringline.sealing.public-keyset-file: " + file + " holds no readable public keyset", unusable);
        }
    }

    @Override
    public SealedToken seal(byte[] token, String meetingId, String userId) {
        try {
            byte[] sealed = encrypt.encrypt(token, (meetingId + "\n" + userId).getBytes(UTF_8));
            return new SealedToken(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), keyId);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("A token could not be sealed", broken);
        }
    }
}
