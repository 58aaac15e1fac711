package dev.ringline.simulator.rest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.simulator.SimulatorClient;
import dev.ringline.simulator.SimulatorClient.Answer;
import dev.ringline.simulator.SimulatorTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SimulatorTest
class WebhooksApiTest {

    private static final String BODY =
            "{\"name\":\"all\",\"url\":\"https://example.test/hook\",\"events\":[\"meeting.started\"]}";

    private final SimulatorClient client;

    WebhooksApiTest(SimulatorClient client) {
        this.client = client;
    }

    @BeforeEach
    void forgetEverything() {
        client.control("POST", "/reset");
    }

    @Test
    void registersAWebhookThatIsEnabled() {
        // When
        Answer answer = client.kit("POST", "/webhooks", BODY);
        // Then
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/data").propertyNames())
                .containsExactlyInAnyOrder(
                        "id", "name", "url", "events", "enabled", "organization_id", "created_at", "updated_at");
        assertThat(answer.at("/data/enabled").booleanValue()).isTrue();
    }

    @Test
    void refusesASecondWebhookWithTheSameUrl() {
        // Given
        client.kit("POST", "/webhooks", BODY);
        // When
        Answer answer = client.kit("POST", "/webhooks", BODY);
        // Then
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("/error/code").intValue()).isEqualTo(409);
        assertThat(client.kit("GET", "/webhooks").at("/data").size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | \"name\" is required",
                "{\"name\":\"x\",\"url\":\"hook\",\"events\":[\"meeting.ended\"]} | \"url\" must be a valid uri",
                "{\"name\":\"x\",\"url\":\"https://e.test\",\"events\":[]} | \"events\" must contain at least 1 items",
                "{\"name\":\"x\",\"url\":\"https://e.test\",\"events\":[\"no\"]} | \"events\" does not match any of the allowed types"
            })
    void refusesABadWebhook(String body, String complaint) {
        // When
        Answer answer = client.kit("POST", "/webhooks", body);
        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/error/message")).isEqualTo("BAD_REQUEST: " + complaint);
    }

    @Test
    void changesWhatAPatchNamesAndReplacesAllWithAPut() {
        // Given
        String path = "/webhooks/" + client.kit("POST", "/webhooks", BODY).text("/data/id");
        // When
        Answer patched = client.kit("PATCH", path, "{\"enabled\":false}");
        Answer replaced = client.kit("PUT", path, BODY.replace("meeting.started", "meeting.ended"));
        // Then
        assertThat(patched.at("/data/enabled").booleanValue()).isFalse();
        assertThat(patched.text("/data/events/0")).isEqualTo("meeting.started");
        assertThat(replaced.at("/data/enabled").booleanValue()).isTrue();
        assertThat(replaced.text("/data/events/0")).isEqualTo("meeting.ended");
    }

    @Test
    void givesBackWhatItDeletes() {
        // Given
        String path = "/webhooks/" + client.kit("POST", "/webhooks", BODY).text("/data/id");
        // When
        Answer answer = client.kit("DELETE", path);
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/data/name")).isEqualTo("all");
        assertThat(client.kit("GET", path).status()).isEqualTo(404);
    }

    @Test
    void listsWithoutPaging() {
        // Given
        client.kit("POST", "/webhooks", BODY);
        // When
        Answer answer = client.kit("GET", "/webhooks");
        // Then
        assertThat(answer.at("").propertyNames()).containsExactly("success", "data");
        assertThat(answer.at("/data").size()).isEqualTo(1);
    }

    @Test
    void knowsTheNamesOfTheEvents() {
        // When
        Answer answer = client.kit("GET", "/webhooks/all");
        // Then
        assertThat(answer.at("/data").size()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"42, 400", "no-guid, 400"})
    void refusesAnIdThatIsNoGuid(String id, int status) {
        // When
        Answer answer = client.kit("GET", "/webhooks/" + id);
        // Then
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("/error/message")).isEqualTo("BAD_REQUEST: \"id\" must be a valid GUID");
    }

    @Test
    void doesNotKnowAWebhookThatWasNeverRegistered() {
        // When
        Answer answer = client.kit("DELETE", "/webhooks/" + UUID.randomUUID());
        // Then
        assertThat(answer.status()).isEqualTo(404);
    }
}
