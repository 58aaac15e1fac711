package dev.ringline.meeting.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** The keyset of whoever opens sealed tokens, made for a test. */
public final class Keyset {

    private final KeysetHandle privateKeys;

    private Keyset(KeysetHandle privateKeys) {
        this.privateKeys = privateKeys;
    }

    public static Keyset generate() {
        try {
            HybridConfig.register();
            return new Keyset(KeysetHandle.generateNew(
                    HpkeParameters.builder()
                            .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                            .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                            .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                            .setVariant(HpkeParameters.Variant.TINK)
                            .build(),
                    RegistryConfiguration.get()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Path writePublic(Path file) {
        try {
            return Files.writeString(
                    file,
                    TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
                            privateKeys.getPublicKeysetHandle(), RegistryConfiguration.get()));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Path writePrivate(Path file) {
        try {
            return Files.writeString(
                    file,
                    TinkJsonProtoKeysetFormat.serializeKeyset(
                            privateKeys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String primaryKeyId() {
        return Integer.toUnsignedString(privateKeys.getPrimary().getId());
    }

    public String open(String sealed, String context) throws GeneralSecurityException {
        return new String(
                privateKeys
                        .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
                        .decrypt(Base64.getUrlDecoder().decode(sealed), context.getBytes(UTF_8)),
                UTF_8);
    }
}
