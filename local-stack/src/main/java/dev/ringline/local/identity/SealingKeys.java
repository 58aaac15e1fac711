package dev.ringline.local.identity;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * The pair of Tink keysets that join tokens are sealed with: the provisioner has the public one, call-service the private
 * one.
 */
public record SealingKeys(Path publicKeyset, Path privateKeyset) {

    private static final HpkeParameters.Builder ALGORITHM = HpkeParameters.builder()
            .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
            .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
            .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
            .setVariant(HpkeParameters.Variant.TINK);

    /** The pair in {@code folder}, made at the first call; the private one is readable by its owner alone. */
    public static SealingKeys keptIn(Path folder) {
        var keys = new SealingKeys(folder.resolve("sealing-public.json"), folder.resolve("sealing-private.json"));
        if (!Files.exists(keys.publicKeyset) || !Files.exists(keys.privateKeyset)) {
            keys.generate();
        }
        return keys;
    }

    private void generate() {
        try {
            HybridConfig.register();
            var pair = KeysetHandle.generateNew(ALGORITHM.build(), RegistryConfiguration.get());
            PrivateFile.write(
                    privateKeyset,
                    TinkJsonProtoKeysetFormat.serializeKeyset(
                            pair, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
            PrivateFile.write(
                    publicKeyset,
                    TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
                            pair.getPublicKeysetHandle(), RegistryConfiguration.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM makes no sealing keys", e);
        }
    }
}
