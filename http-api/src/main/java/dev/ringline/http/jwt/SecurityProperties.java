package dev.ringline.http.jwt;

import dev.ringline.http.ring.RingTokens;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are believed and what is read from them.
 *
 * @param userClaim the claim that is the user's id
 * @param deviceClaim a claim that binds the device to the token; absent where a token may act for any device of its user
 * @param adminScope the scope that opens {@code /v1/admin}
 * @param ringKeysFile the public keys of {@linkplain RingTokens ring tokens}, a JSON Web Key Set; absent where none are taken
 */
@ConfigurationProperties("ringline.security")
public record SecurityProperties(
        @DefaultValue JwtProperties jwt,
        @DefaultValue("sub") String userClaim,
        @Nullable String deviceClaim,
        @DefaultValue("ringline.admin") String adminScope,
        @Nullable Path ringKeysFile) {}
