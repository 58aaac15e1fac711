package dev.ringline.meeting.sealing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * To whom tokens are sealed.
 *
 * @param publicKeysetFile Tink's JSON form of call-service's public keyset; its primary key is used
 */
@ConfigurationProperties("ringline.sealing")
public record SealingProperties(Path publicKeysetFile) {

    public SealingProperties {
        if (publicKeysetFile == null) {
            throw new IllegalArgumentException("ringline.sealing: public-keyset-file is missing");
        }
        if (!Files.isReadable(publicKeysetFile)) {
            throw new IllegalArgumentException(
                    "ringline.sealing: public-keyset-file names a file that cannot be read: " + publicKeysetFile);
        }
    }
}
