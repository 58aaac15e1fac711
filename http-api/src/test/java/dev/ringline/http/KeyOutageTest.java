package dev.ringline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringline.http.jwt.JwtConfiguration;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** An identity provider that is away must not stop calls; its configuration leads to its keys. */
class KeyOutageTest {

    private final Tokens tokens = new Tokens();

    @AutoClose
    private final KeyServer keys = new KeyServer(tokens.keySet());

    private final WebApplicationContextRunner service = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(JwtConfiguration.class))
            .withPropertyValues(
                    "ringline.security.jwt.issuer-uri=" + keys.address(),
                    "ringline.security.jwt.audience=" + Tokens.AUDIENCE);

    KeyOutageTest() throws IOException {}

    @Test
    void startsAndBlamesNoTokenWhileKeysCannotBeHad() {
        // Given
        keys.down(true);
        service.run(context -> {
            var decoder = context.getBean(JwtDecoder.class);

            // When
            var impatient = assertThatThrownBy(() -> decoder.decode(token("alice")));
            var again = assertThatThrownBy(() -> decoder.decode(token("alice")));

            // Then
            impatient.isInstanceOf(JwtException.class).isNotInstanceOf(BadJwtException.class);
            again.isInstanceOf(JwtException.class).isNotInstanceOf(BadJwtException.class);
        });
    }

    @Test
    void goesOnWithTheKeysThatItHasWhenTheProviderGoesAway() {
        // Given
        service.run(context -> {
            var decoder = context.getBean(JwtDecoder.class);
            decoder.decode(token("alice"));
            keys.down(true);

            // When
            var known = decoder.decode(token("bob"));
            var unknown = assertThatThrownBy(() -> decoder.decode(tokens.ofUnknownKey()));
            var unknownAgain = assertThatThrownBy(() -> decoder.decode(tokens.ofUnknownKey()));

            // Then
            assertThat(known.getSubject()).isEqualTo("bob");
            unknown.isInstanceOf(BadJwtException.class);
            unknownAgain.isInstanceOf(BadJwtException.class);
        });
    }

    @Test
    void fetchesKeysOnceForManyTokens() {
        // Given
        service.run(context -> {
            var decoder = context.getBean(JwtDecoder.class);

            // When
            IntStream.range(0, 20).forEach(i -> decoder.decode(token("user-" + i)));

            // Then
            assertThat(keys.fetches()).as("configuration and key set").isEqualTo(2);
        });
    }

    private String token(String user) {
        return tokens.with(claims -> claims.subject(user).issuer(keys.address()));
    }
}
