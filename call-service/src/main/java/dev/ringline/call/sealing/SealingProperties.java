package dev.ringline.call.sealing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code ringline.sealing.*}.
 *
 * @param privateKeysetFile the private Tink keyset (JSON) to which the provisioner seals join tokens
 */
@ConfigurationProperties("ringline.sealing")
record SealingProperties(Path privateKeysetFile) {

    SealingProperties(@Nullable Path privateKeysetFile) {
        if (privateKeysetFile == null) {
            throw new IllegalArgumentException(
                    "ringline.sealing.private-keyset-file is not set (expected: the path of a Tink keyset in JSON)");
        }
        this.privateKeysetFile = privateKeysetFile;
    }
}
