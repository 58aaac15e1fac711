package dev.ringline.http.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.nimbusds.jose.JWSAlgorithm;
import dev.ringline.http.Caller;
import dev.ringline.http.ProblemException;
import dev.ringline.http.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class JwtConfigurationTest {

    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef".getBytes();

    private final WebApplicationContextRunner service = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(JwtConfiguration.class))
            .withPropertyValues("ringline.security.jwt.audience=" + Tokens.AUDIENCE);

    @TempDir
    private Path folder;

    static Stream<Arguments> incompleteSettings() {
        return Stream.of(
                argumentSet("no key source", "exactly one of", new String[] {}),
                argumentSet("two key sources", "2 are set", new String[] {
                    "ringline.security.jwt.jwk-set-uri=http://a/keys", "ringline.security.jwt.issuer-uri=http://a"
                }),
                argumentSet("no audience", "jwt.audience", new String[] {
                    "ringline.security.jwt.jwk-set-uri=http://a/keys", "ringline.security.jwt.audience="
                }),
                argumentSet(
                        "no web address", "http or https", new String[] {"ringline.security.jwt.jwk-set-uri=/keys"}),
                argumentSet("no such file", "cannot be read", new String[] {
                    "ringline.security.jwt.public-key-file=/nowhere/key.pem"
                }));
    }

    @ParameterizedTest
    @MethodSource("incompleteSettings")
    void stopsTheStartWithASentence(String sentence, String[] settings) {
        // When
        service.withPropertyValues(settings)
                .run(context ->

                        // Then
                        assertThat(context.getStartupFailure()).hasStackTraceContaining(sentence));
    }

    @Test
    void refusesAShortSecret() throws Exception {
        // Given
        var secret = Files.writeString(folder.resolve("secret"), "too short");

        // When
        service.withPropertyValues("ringline.security.jwt.hmac-secret-file=" + secret)
                .run(context ->

                        // Then
                        assertThat(context.getStartupFailure()).hasStackTraceContaining("at least 32 bytes"));
    }

    @Test
    void refusesAFileThatHoldsNoKey() throws Exception {
        // Given
        var key = Files.writeString(folder.resolve("key.pem"), "no key");

        // When
        service.withPropertyValues("ringline.security.jwt.public-key-file=" + key)
                .run(context ->

                        // Then
                        assertThat(context.getStartupFailure())
                                .hasStackTraceContaining("must be an RSA public key in PEM form"));
    }

    @Test
    void believesOnlyHs256WithASecret() throws Exception {
        // Given
        var file = Files.write(folder.resolve("secret"), SECRET);

        // When
        service.withPropertyValues("ringline.security.jwt.hmac-secret-file=" + file)
                .run(context -> {
                    var decoder = context.getBean(JwtDecoder.class);

                    // Then
                    assertThat(decoder.decode(Tokens.ofSecret(SECRET, JWSAlgorithm.HS256))
                                    .getSubject())
                            .isEqualTo("alice");
                    assertThatThrownBy(() -> decoder.decode(Tokens.ofSecret(SECRET, JWSAlgorithm.HS512)))
                            .isInstanceOf(BadJwtException.class);
                });
    }

    @Test
    void believesOnlyRs256WithAPublicKey() throws Exception {
        // Given
        var tokens = new Tokens();
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(tokens.publicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        var file = Files.writeString(folder.resolve("key.pem"), pem);

        // When
        service.withPropertyValues("ringline.security.jwt.public-key-file=" + file)
                .run(context -> {
                    var decoder = context.getBean(JwtDecoder.class);

                    // Then
                    assertThat(decoder.decode(tokens.of("alice")).getSubject()).isEqualTo("alice");
                    assertThatThrownBy(() -> decoder.decode(tokens.ofConfusedAlgorithm()))
                            .isInstanceOf(BadJwtException.class);
                });
    }

    @Test
    void bindsTheDeviceToTheTokenWhereThatIsConfigured() throws Exception {
        // Given
        var file = Files.write(folder.resolve("secret"), SECRET);
        var bound = Tokens.ofSecret(SECRET, JWSAlgorithm.HS256);

        // When
        service.withPropertyValues(
                        "ringline.security.jwt.hmac-secret-file=" + file, "ringline.security.device-claim=sub")
                .run(context -> {
                    var token = context.getBean(JwtDecoder.class).decode(bound);
                    var callers = context.getBean(Callers.class);

                    // Then
                    assertThat(callers.of(token, null))
                            .extracting(Caller::deviceId)
                            .isEqualTo("alice");
                    assertThat(callers.of(token, "alice"))
                            .extracting(Caller::deviceId)
                            .isEqualTo("alice");
                    assertThatThrownBy(() -> callers.of(token, "phone-1"))
                            .isInstanceOfSatisfying(
                                    ProblemException.class,
                                    refusal ->
                                            assertThat(refusal.problem().code()).isEqualTo("forbidden"));
                });
    }
}
