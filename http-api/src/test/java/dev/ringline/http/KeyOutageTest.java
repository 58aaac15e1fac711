package dev.ringline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** An identity provider that is away must not stop calls; its configuration leads to its keys. */
class KeyOutageTest {

    private final Tokens tokens = new Tokens();
    private final HttpClient http = HttpClient.newHttpClient();

    private KeyServer keys;

    @BeforeEach
    void start() throws IOException {
        keys = new KeyServer(tokens.keySet());
    }

    @AfterEach
    void stop() {
        keys.close();
        http.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void startsAndAsksForPatienceWhileKeysCannotBeHad(WebApplicationType type) throws Exception {
        // Given
        keys.down(true);
        try (var service = service(type)) {

            // When
            var impatient = ask(service, token("alice"));
            var response = ask(service, token("alice"));

            // Then
            assertThat(impatient.statusCode()).isEqualTo(503);
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
            assertThat(response.body()).contains("\"code\":\"unavailable\"");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void goesOnWithTheKeysThatItHasWhenTheProviderGoesAway(WebApplicationType type) throws Exception {
        // Given
        try (var service = service(type)) {
            ask(service, token("alice"));
            keys.down(true);

            // When
            var known = ask(service, token("bob"));
            var unknown = ask(service, tokens.ofUnknownKey());
            var unknownAgain = ask(service, tokens.ofUnknownKey());

            // Then
            assertThat(known.statusCode()).isEqualTo(200);
            assertThat(unknown.statusCode()).isEqualTo(401);
            assertThat(unknownAgain.statusCode()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void fetchesKeysOnceForManyTokens(WebApplicationType type) throws Exception {
        // Given
        try (var service = service(type)) {

            // When
            for (int i = 0; i < 20; i++) {
                ask(service, token("user-" + i));
            }

            // Then
            assertThat(keys.fetches()).as("configuration and key set").isEqualTo(2);
        }
    }

    private ConfigurableApplicationContext service(WebApplicationType type) {
        return ThingApplication.start(
                type,
                "ringline.security.jwt.issuer-uri=" + keys.address(),
                "ringline.security.jwt.audience=" + Tokens.AUDIENCE);
    }

    private String token(String user) {
        return tokens.with(claims -> claims.subject(user).issuer(keys.address()));
    }

    private HttpResponse<String> ask(ConfigurableApplicationContext service, String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(ThingApplication.address(service) + "/v1/caller"))
                .header("Authorization", "Bearer " + token);
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
