package dev.ringline.simulator.rest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ringline.simulator.rest.Envelope;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the answers that no controller gives. */
@Component
class Answers {

    private final JsonMapper json;

    Answers(JsonMapper json) {
        this.json = json;
    }

    void json(HttpServletResponse response, int status, Envelope body) throws IOException {
        text(response, status, MediaType.APPLICATION_JSON_VALUE, json.writeValueAsString(body));
    }

    void text(HttpServletResponse response, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
