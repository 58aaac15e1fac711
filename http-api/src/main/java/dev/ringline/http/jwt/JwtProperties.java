package dev.ringline.http.jwt;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the keys come from (exactly one of four) and what a token must say.
 *
 * @param issuer the required claim {@code iss}; {@code issuerUri} where absent; not checked where both are absent
 * @param issuerUri an OpenID provider whose configuration names its keys; RS256 and ES256
 * @param jwkSetUri the keys themselves; RS256 and ES256
 * @param publicKeyFile an RSA public key, PEM; RS256
 * @param hmacSecretFile a secret of at least 32 bytes; HS256
 * @param audience required in the claim {@code aud}
 */
public record JwtProperties(
        @Nullable String issuer,
        @Nullable URI issuerUri,
        @Nullable URI jwkSetUri,
        @Nullable Path publicKeyFile,
        @Nullable Path hmacSecretFile,
        @Nullable String audience) {

    private static final String PREFIX = "ringline.security.jwt.";

    public JwtProperties {
        var sources = Stream.of(issuerUri, jwkSetUri, publicKeyFile, hmacSecretFile)
                .filter(Objects::nonNull)
                .count();
        if (sources != 1) {
            throw new IllegalArgumentException(
                    ("Set exactly one of " + PREFIX + "issuer-uri, " + PREFIX + "jwk-set-uri, " + PREFIX
                                    + "public-key-file and " + PREFIX + "hmac-secret-file; %d are set.")
                            .formatted(sources));
        }
        if (audience == null || audience.isBlank()) {
            throw new IllegalArgumentException(
                    "Set " + PREFIX + "audience to what the claim aud of every token must contain.");
        }
        for (URI address :
                Stream.of(issuerUri, jwkSetUri).filter(Objects::nonNull).toList()) {
            if (!List.of("http", "https").contains(String.valueOf(address.getScheme()))) {
                throw new IllegalArgumentException(PREFIX + "issuer-uri and " + PREFIX
                        + "jwk-set-uri must be http or https addresses, but one is " + address);
            }
        }
    }

    String requiredAudience() {
        return Objects.requireNonNull(audience);
    }

    @Nullable
    String requiredIssuer() {
        return issuer != null || issuerUri == null ? issuer : issuerUri.toString();
    }

    KeySource keySource() {
        if (issuerUri != null) {
            return new KeySource.Provider(issuerUri);
        }
        if (jwkSetUri != null) {
            return new KeySource.KeySet(jwkSetUri);
        }
        return publicKeyFile != null
                ? new KeySource.PublicKey(publicKeyFile)
                : new KeySource.Secret(Objects.requireNonNull(hmacSecretFile));
    }
}
