package dev.ringline.testkit;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import dev.ringline.local.identity.PrivateFile;
import dev.ringline.local.identity.SealingKeys;
import java.security.GeneralSecurityException;

/** The sealing keys of the tests, for both sides: what the provisioner seals with and what call-service opens with. */
public final class TestSealing {

    private static final SealingKeys KEYS = SealingKeys.keptIn(TestFolder.keys().resolve("sealing"));

    private TestSealing() {}

    /** The files that {@link RealParts} configures. */
    public static SealingKeys keys() {
        return KEYS;
    }

    /** Seals as the provisioner does. */
    public static HybridEncrypt seal() {
        try {
            return keyset().getPublicKeysetHandle().getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No sealing with the keys of the tests", e);
        }
    }

    /** Opens as call-service does. */
    public static HybridDecrypt open() {
        try {
            return keyset().getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No opening with the keys of the tests", e);
        }
    }

    private static KeysetHandle keyset() throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                PrivateFile.read(KEYS.privateKeyset()), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }
}
