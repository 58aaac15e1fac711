package dev.ringline.notification.push.token;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who signs what a ring carries.
 *
 * @param privateKeysFile a JSON Web Key Set with a private EC key on P-256; absent where rings carry no token
 */
@ConfigurationProperties("ringline.ring-tokens")
record RingTokenProperties(@Nullable Path privateKeysFile) {}
