package dev.ringline.http.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

class RingTokenSignerTest {

    private static final Instant SOON =
            Instant.now().plus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    Path folder;

    @Test
    void signsWhatItsPublicKeyOpens() throws Exception {
        // Given
        JWKSet keys = keys("one");
        RingTokenSigner signer = RingTokenSigner.of(file("private", keys.toString(false)));

        // When
        String token = signer.sign("bob", "phone", "call-1", SOON);

        // Then
        var read = decoder(file("public", keys.toString(true))).decode(token);
        assertThat(RingTokens.isOne(read)).isTrue();
        assertThat(read.getSubject()).isEqualTo("bob");
        assertThat(read.getClaimAsString(RingTokens.DEVICE)).isEqualTo("phone");
        assertThat(read.getClaimAsString(RingTokens.CALL)).isEqualTo("call-1");
        assertThat(read.getExpiresAt()).isEqualTo(SOON);
    }

    @Test
    void isBelievedWhileKeysAreExchanged() throws Exception {
        // Given
        JWKSet former = keys("former");
        JWKSet next = keys("next");
        Path both = file(
                "both",
                new JWKSet(List.of(former.getKeys().getFirst(), next.getKeys().getFirst())).toString(true));

        // When
        String signedBefore =
                RingTokenSigner.of(file("former", former.toString(false))).sign("bob", "phone", "c", SOON);
        String signedAfter =
                RingTokenSigner.of(file("next", next.toString(false))).sign("bob", "phone", "c", SOON);

        // Then
        assertThat(decoder(both).decode(signedBefore).getSubject()).isEqualTo("bob");
        assertThat(decoder(both).decode(signedAfter).getSubject()).isEqualTo("bob");
        assertThatThrownBy(() -> decoder(file("only", next.toString(true))).decode(signedBefore))
                .isInstanceOf(JwtException.class);
    }

    @Test
    void saysWhichFileHoldsNoKey() throws Exception {
        // Given
        Path publicOnly = file("public-only", keys("one").toString(true));
        Path rubbish = file("rubbish", "rubbish");

        // Then
        assertThatThrownBy(() -> RingTokenSigner.of(publicOnly)).hasMessageContaining("public-only");
        assertThatThrownBy(() -> RingTokenSigner.of(rubbish)).hasMessageContaining("rubbish");
        assertThatThrownBy(() -> decoder(rubbish)).hasMessageContaining("ring-keys-file");
    }

    private static JwtDecoder decoder(Path keys) {
        return RingTokens.decoder(keys, new JwtTimestampValidator());
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name + ".json"), text);
    }

    private static JWKSet keys(String id) throws Exception {
        return new JWKSet(new ECKeyGenerator(Curve.P_256).keyID(id).generate());
    }
}
