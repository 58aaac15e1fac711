package dev.ringline.simulator.rest.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.simulator.SimulatorClient;
import dev.ringline.simulator.SimulatorClient.Answer;
import dev.ringline.simulator.SimulatorProperties;
import dev.ringline.simulator.SimulatorTest;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SimulatorTest
class AppsApiTest {

    private final SimulatorClient client;
    private final String account;

    AppsApiTest(SimulatorClient client, SimulatorProperties properties) {
        this.client = client;
        this.account = "/client/v4/accounts/" + properties.accountId() + "/realtime/kit/";
    }

    @BeforeEach
    void forgetEverything() {
        client.control("POST", "/reset");
    }

    @Test
    void makesAnAppThatSharesNothingWithTheOthers() throws IOException {
        // Given
        client.meeting();
        // When
        Answer created = send("POST", "apps", "{\"name\":\"second\"}");
        // Then
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.at("/data/app").propertyNames()).containsExactlyInAnyOrder("id", "name", "created_at");
        String second = created.text("/data/app/id");
        assertThat(send("GET", second + "/meetings").at("/data").size()).isZero();
        assertThat(send("GET", second + "/presets").at("/data").size()).isPositive();
    }

    @Test
    void listsApps() throws IOException {
        // Given
        send("POST", "apps", "{\"name\":\"second\"}");
        // When
        Answer all = send("GET", "apps?sort_order=ASC");
        Answer found = send("GET", "apps?search=SEC");
        // Then
        assertThat(all.at("/paging/total_count").intValue()).isEqualTo(2);
        assertThat(all.text("/data/1/name")).isEqualTo("second");
        assertThat(found.at("/data").size()).isEqualTo(1);
    }

    @Test
    void doesNotMakeAnAppWithoutAName() throws IOException {
        // When
        Answer answer = send("POST", "apps", "{}");
        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/error/message")).isEqualTo("BAD_REQUEST: \"name\" is required");
    }

    private Answer send(String method, String path, String... body) throws IOException {
        return client.send(client.request(method, account + path, body)
                .header("Authorization", "Bearer " + SimulatorClient.API_TOKEN));
    }
}
