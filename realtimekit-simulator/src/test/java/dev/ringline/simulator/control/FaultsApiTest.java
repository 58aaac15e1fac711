package dev.ringline.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ringline.simulator.SimulatorClient;
import dev.ringline.simulator.SimulatorClient.Answer;
import dev.ringline.simulator.SimulatorTest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SimulatorTest
class FaultsApiTest {

    private final SimulatorClient client;

    FaultsApiTest(SimulatorClient client) {
        this.client = client;
    }

    @BeforeEach
    void forgetEverything() {
        client.control("POST", "/reset");
    }

    @Test
    void answersTooManyRequestsWithTheHeadersAndABody() {
        // Given
        arm("{\"kind\":\"RATE_LIMITED\",\"retryAfterSeconds\":7,\"times\":1}");
        // When
        Answer answer = create();
        // Then
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("retry-after")).isEqualTo("7");
        assertThat(answer.header("Ratelimit")).isEqualTo("\"default\";r=0;t=7");
        assertThat(answer.header("Ratelimit-Policy")).isEqualTo("\"default\";q=1200;w=300");
        assertThat(answer.at("/errors/0/code").intValue()).isEqualTo(971);
        assertNothingWasCreated();
    }

    @Test
    void answersTooManyRequestsWithoutABody() {
        // Given
        arm("{\"kind\":\"RATE_LIMITED\",\"withBody\":false,\"times\":1}");
        // When
        Answer answer = create();
        // Then
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("retry-after")).isEqualTo("1");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void hidesTheRateLimitInASuccess() {
        // Given
        arm("{\"kind\":\"CODE_971_IN_200\",\"times\":1}");
        // When
        Answer answer = create();
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/success").booleanValue()).isFalse();
        assertThat(answer.at("/errors/0/code").intValue()).isEqualTo(971);
        assertNothingWasCreated();
    }

    @Test
    void answersAPageInsteadOfJson() {
        // Given
        arm("{\"kind\":\"HTML_502\",\"times\":1}");
        // When
        Answer answer = create();
        // Then
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body()).startsWith("<html>");
        assertNothingWasCreated();
    }

    @Test
    void breaksOffTheJson() {
        // Given
        arm("{\"kind\":\"BROKEN_JSON\",\"times\":1}");
        // When
        Answer answer = create();
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"success\":true,\"data\":{");
        assertNothingWasCreated();
    }

    @ParameterizedTest
    @CsvSource({"EMPTY_BODY, 0", "HUGE_BODY, 67108864"})
    void sendsNothingOrFarTooMuch(String kind, int length) {
        // Given
        arm("{\"kind\":\"" + kind + "\",\"times\":1}");
        // When
        Answer answer = create();
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).hasSize(length);
        assertNothingWasCreated();
    }

    @Test
    void sendsDataOfAnotherType() {
        // Given
        arm("{\"kind\":\"WRONG_SHAPE\",\"times\":1}");
        // When
        Answer answer = create();
        // Then
        assertThat(answer.at("/data").isArray()).isTrue();
        assertNothingWasCreated();
    }

    @Test
    void sendsWithoutEndUntilItIsSwitchedOff() {
        // Given
        arm("{\"kind\":\"ENDLESS_BODY\",\"times\":1}");
        CompletableFuture<Answer> endless = CompletableFuture.supplyAsync(this::create);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(
                                client.control("GET", "/faults").at("/0/left").intValue())
                        .isZero());
        boolean answeredEarly = endless.isDone();
        // When
        client.control("DELETE", "/faults");
        // Then
        assertThat(answeredEarly).isFalse();
        assertThat(endless)
                .succeedsWithin(Duration.ofSeconds(10))
                .extracting(Answer::status)
                .isEqualTo(200);
    }

    @Test
    void losesAMeetingForOneRequest() {
        // Given
        String meeting = client.meeting();
        arm("{\"kind\":\"NOT_FOUND\",\"operation\":\"GET_MEETING\",\"times\":1}");
        // When
        Answer first = client.kit("GET", "/meetings/" + meeting);
        // Then
        assertThat(first.status()).isEqualTo(404);
        assertThat(client.kit("GET", "/meetings/" + meeting).status()).isEqualTo(200);
    }

    @Test
    void closesTheConnectionAfterTheWorkIsDone() {
        // Given
        arm("{\"kind\":\"RESET_AFTER_COMMIT\",\"operation\":\"CREATE_MEETING\",\"times\":1}");
        // When
        var creating = assertThatThrownBy(() -> client.tryKit("POST", "/meetings", "{\"title\":\"lost\"}"));
        // Then
        creating.isInstanceOf(IOException.class);
        assertThat(client.kit("GET", "/meetings?search=lost").at("/data").size())
                .isEqualTo(1);
    }

    @Test
    void closesEveryConnectionWhileDown() {
        // Given
        arm("{\"kind\":\"DOWN\"}");
        // When
        var creating = assertThatThrownBy(() -> client.tryKit("POST", "/meetings", "{}"));
        // Then
        creating.isInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.tryKit("GET", "/meetings")).isInstanceOf(IOException.class);
        assertThat(client.control("DELETE", "/faults").status()).isEqualTo(204);
        assertNothingWasCreated();
    }

    @Test
    void doesTheWorkAtOnceAndAnswersLate() {
        // Given
        arm("{\"kind\":\"SLOW_ANSWER\",\"operation\":\"CREATE_MEETING\",\"delayMillis\":3600000,\"times\":1}");
        CompletableFuture<Answer> slow = CompletableFuture.supplyAsync(this::create);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(
                                client.kit("GET", "/meetings").at("/data").size())
                        .isEqualTo(1));
        boolean answeredEarly = slow.isDone();
        // When
        client.control("DELETE", "/faults");
        // Then
        assertThat(answeredEarly).isFalse();
        assertThat(slow)
                .succeedsWithin(Duration.ofSeconds(10))
                .extracting(Answer::status)
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2"})
    void hitsOnlyAsManyRequestsAsToldTo(int times, int hits) {
        // Given
        arm("{\"kind\":\"HTML_502\",\"times\":" + times + "}");
        for (int hit = 0; hit < hits; hit++) {
            assertThat(create().status()).isEqualTo(502);
        }
        // When
        Answer answer = create();
        // Then
        assertThat(answer.status()).isEqualTo(201);
        assertThat(client.control("GET", "/faults").body())
                .isEqualTo("[{\"kind\":\"HTML_502\",\"operation\":null,\"left\":0,\"share\":1.0,\"seed\":1}]");
    }

    private void arm(String fault) {
        assertThat(client.control("POST", "/faults", fault).status()).isEqualTo(201);
    }

    private Answer create() {
        return client.kit("POST", "/meetings", "{}");
    }

    private void assertNothingWasCreated() {
        assertThat(client.kit("GET", "/meetings").at("/data").size()).isZero();
    }
}
