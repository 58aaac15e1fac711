package dev.ringline.e2e.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back for one request. */
public record Answer(HttpResponse<String> response) {

    public int status() {
        return response.statusCode();
    }

    /** Fails the test, and shows the body, if the status is another one. */
    public Answer expect(int status) {
        assertThat(status())
                .as(() -> response.request() + ": " + response.body())
                .isEqualTo(status);
        return this;
    }

    /** Expects an error as RFC 9457 and the API describe it. */
    public Answer expectProblem(int status, String code) {
        expect(status);
        assertThat(header("content-type")).startsWith("application/problem+json");
        assertThat(text("code")).as(response.body()).isEqualTo(code);
        assertThat(json().path("status").asInt()).isEqualTo(status);
        assertThat(text("title")).isNotBlank();
        assertThat(text("detail")).isNotBlank();
        return this;
    }

    public String body() {
        return response.body();
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(response.body());
    }

    /** The text of a field of the body; empty if there is none. */
    public String text(String field) {
        return json().path(field).asString("");
    }

    public String callId() {
        return text("callId");
    }

    /** Empty unless the asker may join now. */
    public String joinToken() {
        return json().path("join").path("authToken").asString("");
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
