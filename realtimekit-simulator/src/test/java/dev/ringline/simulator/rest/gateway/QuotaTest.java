package dev.ringline.simulator.rest.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.simulator.SimulatorClient;
import dev.ringline.simulator.SimulatorClient.Answer;
import dev.ringline.simulator.SimulatorTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SimulatorTest
class QuotaTest {

    private final SimulatorClient client;

    QuotaTest(SimulatorClient client) {
        this.client = client;
    }

    @BeforeEach
    @AfterEach
    void liftTheLimit() {
        client.control("POST", "/reset");
    }

    @Test
    void saysNothingOfLimitsWithoutOne() {
        // When
        Answer answer = client.kit("GET", "/meetings");
        // Then
        assertThat(answer.header("Ratelimit")).isEmpty();
    }

    @Test
    void saysWhatIsLeft() {
        // Given
        limit(3);
        client.kit("GET", "/meetings");
        // When
        Answer answer = client.kit("GET", "/meetings");
        // Then
        assertThat(answer.header("Ratelimit")).isEqualTo("\"default\";r=1;t=60");
        assertThat(answer.header("Ratelimit-Policy")).isEqualTo("\"default\";q=3;w=60");
        assertThat(answer.header("retry-after")).isEmpty();
    }

    @Test
    void refusesEverythingForFiveMinutesOnceItIsExceeded() {
        // Given
        limit(1);
        client.kit("GET", "/meetings");
        Answer first = client.kit("GET", "/meetings");
        client.control("POST", "/clock/advance", "{\"seconds\":290}");
        // When
        Answer late = client.kit("POST", "/meetings", "{}");
        // Then
        assertThat(first.status()).isEqualTo(429);
        assertThat(first.header("retry-after")).isEqualTo("300");
        assertThat(first.at("/errors/0/code").intValue()).isEqualTo(971);
        assertThat(late.status()).isEqualTo(429);
        client.control("POST", "/clock/advance", "{\"seconds\":10}");
        assertThat(client.kit("GET", "/meetings").at("/data").size()).isZero();
    }

    @Test
    void startsAnotherWindow() {
        // Given
        limit(1);
        client.kit("GET", "/meetings");
        client.control("POST", "/clock/advance", "{\"seconds\":60}");
        // When
        Answer answer = client.kit("GET", "/meetings");
        // Then
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void countsWhatItRefused() {
        // Given
        limit(1);
        client.kit("GET", "/meetings");
        client.kit("GET", "/meetings");
        // When
        Answer answer = client.control("GET", "/quota");
        // Then
        assertThat(answer.body())
                .isEqualTo(
                        "{\"requests\":1,\"windowMillis\":60000,\"blockMillis\":300000,\"allowed\":1,\"refused\":1}");
    }

    private void limit(int requests) {
        client.control("PUT", "/quota", "{\"requests\":" + requests + ",\"windowMillis\":60000}");
    }
}
