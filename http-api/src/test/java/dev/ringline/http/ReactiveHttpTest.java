package dev.ringline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.WebApplicationType;

class ReactiveHttpTest extends HttpContract {

    ReactiveHttpTest() {
        super(WebApplicationType.REACTIVE);
    }

    @Override
    String opensTo() {
        return "/v1/stream";
    }

    @Test
    void opensItsStreamToAWokenDevice() throws Exception {
        // When
        var response = ring(rings.good(), request(opensTo()));

        // Then
        assertIsTheWokenDevice(response);
    }

    static Stream<Arguments> unreadable() {
        var tooMuch = "a".repeat(20_000);
        return Stream.of(
                argumentSet("long request line", "GET /" + tooMuch + " HTTP/1.1\r\n\r\n", 414, "uri-too-long"),
                argumentSet("long header", "GET / HTTP/1.1\r\nX: " + tooMuch + "\r\n\r\n", 431, "headers-too-large"),
                argumentSet("no version", "GET /\r\nHost: a\r\n\r\n", 400, "invalid-request"),
                argumentSet("another protocol", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 400, "invalid-request"),
                argumentSet("two lengths", length("Content-Length: 4\r\nContent-Length: 5"), 400, "invalid-request"),
                argumentSet(
                        "length and chunks",
                        length("Content-Length: 4\r\nTransfer-Encoding: chunked"),
                        400,
                        "invalid-request"));
    }

    private static String length(String headers) {
        return "POST /v1/things HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n\r\n0\r\n\r\n";
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void saysWhyItCannotReadARequest(String request, int status, String code) throws Exception {
        // When
        var response = raw(request);

        // Then
        assertThat(response).startsWith("HTTP/1.1 " + status).containsIgnoringCase("Connection: close");
        var problem = JSON.readTree(response.substring(response.indexOf("\r\n\r\n")));
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asString()).endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({"/v1/%zz, path", "/v1/{id}, path", "/v1/pages?before=a|b, query"})
    void saysWhichPartOfAnAddressIsWrong(String address, String field) throws Exception {
        // When
        var response = raw("GET " + address + " HTTP/1.1\r\nHost: a\r\n\r\n");

        // Then
        assertThat(response).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void answersNothingBehindARequestThatItCannotRead() throws Exception {
        // Given
        var good = "GET /actuator/health HTTP/1.1\r\nHost: a\r\n\r\n";
        var bad = "POST /%zz HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbody";

        // When
        var response = raw(good + bad + good);

        // Then
        assertThat(response.split("HTTP/1.1 "))
                .satisfiesExactly(
                        nothing -> assertThat(nothing).isEmpty(),
                        first -> assertThat(first).startsWith("200"),
                        second -> assertThat(second).startsWith("400").contains("two hexadecimal digits"));
    }
}
