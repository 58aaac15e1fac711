package dev.ringline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;

/** What both sides must answer to whatever is sent. */
abstract class HttpContract extends RingTokenContract {

    HttpContract(WebApplicationType type) {
        super(type);
    }

    @Test
    void takesAWellFormedRequest() throws Exception {
        // When
        var response = post("/v1/things", "{\"name\":\"a:b\",\"colour\":\"RED\",\"seconds\":5}");

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(response.body()).get("name").asString()).isEqualTo("a:b");
    }

    static Stream<Arguments> badBodies() {
        return Stream.of(
                argumentSet("not JSON", "{name", "body"),
                argumentSet("empty", "", "body"),
                argumentSet("null", "null", "body"),
                argumentSet("another shape", "[]", "body"),
                argumentSet("trailing text", "{\"name\":\"a\"} {}", "body"),
                argumentSet("doubled field", "{\"name\":\"a\",\"name\":\"b\"}", "body"),
                argumentSet("deep nesting", "[".repeat(100), "body"),
                argumentSet("bad UTF-8 escape", "{\"name\":\"\\ud8\"}", "body"),
                argumentSet("endless name", "{\"" + "n".repeat(5_000) + "\":1}", "body"),
                argumentSet("unknown field", "{\"name\":\"a\",\"size\":1}", "size"),
                argumentSet("missing field", "{\"colour\":\"RED\"}", "name"),
                argumentSet("null field", "{\"name\":null}", "name"),
                argumentSet("number for a string", "{\"name\":5}", "name"),
                argumentSet("boolean for a string", "{\"name\":true}", "name"),
                argumentSet("object for a string", "{\"name\":{}}", "name"),
                argumentSet("bad id", "{\"name\":\"a b\"}", "name"),
                argumentSet("empty id", "{\"name\":\"\"}", "name"),
                argumentSet("long id", "{\"name\":\"" + "a".repeat(129) + "\"}", "name"),
                argumentSet("unknown constant", "{\"name\":\"a\",\"colour\":\"BLUE\"}", "colour"),
                argumentSet("empty constant", "{\"name\":\"a\",\"colour\":\"\"}", "colour"),
                argumentSet("number of a constant", "{\"name\":\"a\",\"colour\":0}", "colour"),
                argumentSet("string for a number", "{\"name\":\"a\",\"seconds\":\"7\"}", "seconds"),
                argumentSet("fraction for a number", "{\"name\":\"a\",\"seconds\":7.5}", "seconds"),
                argumentSet("too large for its type", "{\"name\":\"a\",\"seconds\":99999999999}", "seconds"),
                argumentSet("out of range", "{\"name\":\"a\",\"seconds\":4}", "seconds"),
                argumentSet("string for a list", "{\"name\":\"a\",\"friends\":\"b\"}", "friends"),
                argumentSet("number in a list", "{\"name\":\"a\",\"friends\":[\"b\",1]}", "friends.1"));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void namesWhatIsWrongWithABody(String body, String field) throws Exception {
        // When
        var response = post("/v1/things", body);

        // Then
        var problem = assertProblem(response, 400, "invalid-request");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(problem.at("/errors/0/message").asString()).isNotEmpty();
        assertThat(problem.get("detail").asString()).contains(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"a\",\"seconds\":\"7\"}     | from 5 to 60",
                "{\"name\":\"a\",\"seconds\":99999999999} | from 5 to 60",
                "{\"name\":\"a\",\"weight\":\"7\"}      | from -32768 to 32767"
            })
    void saysWhichNumbersABodyMayHave(String body, String range) throws Exception {
        // When
        var response = post("/v1/things", body);

        // Then
        var problem = assertProblem(response, 400, "invalid-request");
        assertThat(problem.at("/errors/0/message").asString()).isEqualTo("must be a whole number " + range);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/things/one,                    from -2147483648 to 2147483647",
        "/v1/things/1?times=two,            from 1 to 9",
        "/v1/things/1?times=99999999999999, from 1 to 9"
    })
    void saysWhichNumbersAParameterMayBe(String path, String range) throws Exception {
        // When
        var response = get(path);

        // Then
        var problem = assertProblem(response, 400, "invalid-request");
        assertThat(problem.at("/errors/0/message").asString()).isEqualTo("must be a whole number " + range);
    }

    @Test
    void speaksEnglishToEverybody() throws Exception {
        // When
        var response = send(request("/v1/things")
                .header("Accept-Language", "de")
                .POST(BodyPublishers.ofString("{\"name\":\"a\",\"seconds\":4}")));

        // Then
        assertThat(response.body()).contains("must be greater than or equal to 5");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/things/one,               number",
        "/v1/things/99999999999,       number",
        "/v1/things/1?times=two,       times",
        "/v1/named/a%20b?since=2026-01-31T12:00:00Z, id",
        "/v1/named/a?since=yesterday,  since",
        "/v1/named/a,                  since",
        "/v1/pages?limit=0,            limit",
        "/v1/pages?limit=101,          limit",
        "/v1/pages?limit=ten,          limit",
        "/v1/pages?before=rubbish,     before",
        "/v1/pages?before=,            before",
        "/v1/pages?limt=5,             limt",
        "/v1/pages?limit=5&page=2,     page",
        "/v1/things/1?time=2,          time",
        "/v1/caller?debug,             debug"
    })
    void namesTheBadParameter(String path, String field) throws Exception {
        // When
        var response = get(path);

        // Then
        var problem = assertProblem(response, 400, "invalid-request");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /v1/nothing,            404, not-found",
        "GET,    /v1/things/,            404, not-found",
        "DELETE, /v1/things,             405, method-not-allowed",
        "BREW,   /v1/things,             405, method-not-allowed",
        "BREW,   /v1/nothing,            404, not-found",
        "GET,    /v1/admin/things,       403, forbidden",
        "GET,    /actuator/metrics,      403, forbidden",
        "GET,    /v1/failures/resource,  503, unavailable",
        "GET,    /v1/failures/mongo,     503, unavailable",
        "GET,    /v1/failures/duplicate, 500, internal-error",
        "GET,    /v1/failures/other,     500, internal-error"
    })
    void answersEveryFailureWithAProblem(String method, String path, int status, String code) throws Exception {
        // When
        var response = send(request(path).method(method, BodyPublishers.noBody()));

        // Then
        assertProblem(response, status, code);
        assertThat(response.body()).doesNotContain("secret", "mongo.internal", "Exception");
    }

    @Test
    void namesTheParametersThatARequestHas() throws Exception {
        // When
        var response = get("/v1/pages?page=2&size=5");

        // Then
        var problem = assertProblem(response, 400, "invalid-request");
        assertThat(problem.get("errors")).hasSize(2);
        assertThat(problem.at("/errors/0/message").asString()).endsWith("known are before, limit");
    }

    @Test
    void leavesTheParametersOfOthersAlone() throws Exception {
        // When
        var response = get("/actuator/health?verbose=1");

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "BREW"})
    void namesTheMethodsThatAPathHas(String method) throws Exception {
        // When
        var response = send(request("/v1/things").method(method, BodyPublishers.noBody()));

        // Then
        assertThat(response.headers().firstValue("Allow")).contains("POST");
        assertThat(response.body()).contains("POST");
    }

    @Test
    void tellsWhenToAskAgain() throws Exception {
        // When
        var response = get("/v1/failures/mongo");

        // Then
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void addsWhatAProblemCarries() throws Exception {
        // When
        var response = get("/v1/failures/problem");

        // Then
        var problem = assertProblem(response, 409, "call-ended");
        assertThat(problem.at("/call/id").asString()).isEqualTo("1");
        assertThat(problem.has("errors")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "multipart/form-data"
            })
    void refusesOtherMediaTypes(String contentType) throws Exception {
        // When
        var response = send(request("/v1/things")
                .setHeader("Content-Type", contentType)
                .POST(BodyPublishers.ofString("{\"name\":\"a\"}")));

        // Then
        assertProblem(response, 415, "unsupported-media-type");
        assertThat(response.headers().firstValue("Accept")).get().asString().contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/caller", "/v1/things/1?times=2", "/v1/pages?limit=5"})
    void doesNotReadWhatNobodyAskedFor(String path) throws Exception {
        // When
        var response = send(request(path).setHeader("Content-Type", "multipart/form-data"));

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void refusesToAnswerInAnotherMediaType() throws Exception {
        // When
        var response = send(request("/v1/caller").setHeader("Accept", "text/html"));

        // Then
        assertProblem(response, 406, "not-acceptable");
    }

    static Stream<Arguments> largeBodies() {
        var body = "{\"name\":\"" + "a".repeat(20_000) + "\"}";
        return Stream.of(
                argumentSet("with a length", BodyPublishers.ofString(body)),
                argumentSet(
                        "in chunks", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes()))));
    }

    @ParameterizedTest
    @MethodSource("largeBodies")
    void refusesLargeBodies(BodyPublisher body) throws Exception {
        // When
        var response = send(request("/v1/things").POST(body));

        // Then
        assertProblem(response, 413, "too-large");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''|none", "{}|none", "{\"text\":\"hello\"}|hello"})
    void takesAnAbsentBodyWhereAllIsOptional(String body, String text) throws Exception {
        // When
        var response = post("/v1/notes", body);

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(response.body()).get("text").asString()).isEqualTo(text);
    }

    @Test
    void pagesThroughAList() throws Exception {
        // Given
        var first = JSON.readTree(get("/v1/pages").body());

        // When
        var second = get("/v1/pages?limit=100&before=" + first.get("next").asString());

        // Then
        assertThat(first.get("items")).hasSize(20);
        assertThat(JSON.readTree(second.body()).get("next").isNull()).isTrue();
    }

    @Test
    void goesOnInTheListThatACursorCameFrom() throws Exception {
        // Given
        var next = JSON.readTree(get("/v1/pages/a%7cb").body()).get("next").asString();

        // When
        var same = get("/v1/pages/a%7Cb?before=" + next);
        var another = get("/v1/pages/c?before=" + next);

        // Then
        assertThat(same.statusCode()).isEqualTo(200);
        var problem = assertProblem(another, 400, "invalid-request");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo("before");
        assertThat(problem.at("/errors/0/message").asString()).contains("same list");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /v1/[ HTTP/1.1,            400, invalid-request",
        "GET /v1/%zz HTTP/1.1,          400, invalid-request",
        "GET /v1/a|b HTTP/1.1,          400, invalid-request",
        "GET /v1/a;b=c//d%00 HTTP/1.1,  400, invalid-request",
        "GET /v1/..%2f..%2f HTTP/1.1,   400, invalid-request",
        "rubbish,                       400, invalid-request"
    })
    void answersWhatNeverReachesAControllerWithAProblem(String requestLine, int status, String code) throws Exception {
        // When
        var response = raw(requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        // Then
        assertThat(response).startsWith("HTTP/1.1 " + status);
        assertThat(response).containsIgnoringCase("Content-Type: application/problem+json");
        assertThat(response).contains("\"code\":\"" + code + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b\u00f3b", "b\u00c3\u00b3b", "b\u009bb", "\u0085"})
    void namesTheHeaderThatIsOutOfTheAlphabet(String device) throws Exception {
        // When
        var response = raw("GET /v1/device HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + tokens.of("alice") + "\r\nRingline-Device: " + device + "\r\n\r\n");

        // Then
        assertThat(response).startsWith("HTTP/1.1 400").contains("\"code\":\"invalid-request\"");
        assertThat(response).contains("\"field\":\"Ringline-Device\"");
    }

    @Test
    void doesNotWaitForABodyThatNeverComes() throws Exception {
        // When
        var response = raw("POST /v1/things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + tokens.of("alice") + "\r\nContent-Length: 20\r\n\r\n{\"name\":");

        // Then
        assertThat(response).startsWith("HTTP/1.1 408").containsIgnoringCase("Connection: close");
        assertThat(response).contains("\"code\":\"request-timeout\"");
    }

    @Test
    void logsWithTheTraceOfTheClient() throws Exception {
        // Given
        var traceId = "0af7651916cd43dd8448eb211c80319c";

        // When
        var response = send(request("/v1/trace").setHeader("traceparent", "00-" + traceId + "-b7ad6b7169203331-01"));

        // Then
        assertThat(JSON.readTree(response.body()).get("traceId").asString()).isEqualTo(traceId);
    }
}
