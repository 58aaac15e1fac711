package dev.ringline.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;

class ServletHttpTest extends HttpContract {

    ServletHttpTest() {
        super(WebApplicationType.SERVLET);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /v1/[ HTTP/1.1,            400, invalid-request",
        "GET /v1/a;b=c//d%00 HTTP/1.1,  400, invalid-request",
        "GET /v1/..%2f..%2f HTTP/1.1,   400, invalid-request"
    })
    void answersWhatNeverReachesASpringWithAProblem(String requestLine, int status, String code) throws Exception {
        // When
        var response = raw(requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        // Then
        assertThat(response).startsWith("HTTP/1.1 " + status);
        assertThat(response).contains("application/problem+json", "\"code\":\"" + code + "\"");
    }

    private String raw(String request) throws IOException {
        var address = URI.create(address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
