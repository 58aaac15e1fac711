package dev.ringline.http;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;

class ServletHttpTest extends HttpContract {

    ServletHttpTest() {
        super(WebApplicationType.SERVLET);
    }

    @Override
    String opensTo() {
        return "/v1/calls/" + RingTokenSamples.CALL;
    }

    @Test
    void showsAWokenDeviceItsCall() throws Exception {
        // When
        var response = ring(rings.good(), request(opensTo()));

        // Then
        assertIsTheWokenDevice(response);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/alerting", "/decline"})
    void letsAWokenDeviceActOnItsRing(String command) throws Exception {
        // When
        var response = ring(rings.good(), request(opensTo() + command).POST(BodyPublishers.ofString("{}")));

        // Then
        assertIsTheWokenDevice(response);
    }

    @Test
    void hasNoStreamForAWokenDevice() throws Exception {
        // When
        var response = ring(rings.good(), request("/v1/stream"));

        // Then
        assertProblem(response, 403, "forbidden");
    }
}
