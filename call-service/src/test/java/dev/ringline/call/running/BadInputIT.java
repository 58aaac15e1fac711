package dev.ringline.call.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.ringline.call.running.CallClient.Answer;
import dev.ringline.testkit.EventProbe;
import dev.ringline.testkit.RealParts;
import dev.ringline.testkit.TestIdentity;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Whatever is wrong with a request: a problem that says what to change, and no call made or changed. */
@RealParts
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BadInputIT {

    private static final String LONG_ID =
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                    + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

    @AutoClose
    private static final EventProbe EVENTS = EventProbe.start();

    @Autowired
    private MongoTemplate mongo;

    private Evidence evidence;
    private CallClient alice;
    private CallClient bob;
    private CallClient carol;
    private String call;
    private List<Document> before;

    @BeforeEach
    void ring(@LocalServerPort int port) {
        evidence = new Evidence(mongo, EVENTS);
        alice = CallClient.of(port, "alice");
        bob = alice.as("bob");
        carol = alice.as("carol");
        call = alice.dial(bob);
        before = calls();
    }

    @AfterEach
    void hasMadeAndChangedNothing() {
        assertThat(calls()).isEqualTo(before);
    }

    static Stream<Arguments> badDials() {
        return Stream.of(
                argumentSet("not JSON", "{calleeId", "body"),
                argumentSet("nothing", "", "body"),
                argumentSet("null", "null", "body"),
                argumentSet("a list", "[]", "body"),
                argumentSet("two values", "{\"calleeId\":\"x\"} {}", "body"),
                argumentSet("a field twice", "{\"calleeId\":\"x\",\"calleeId\":\"y\"}", "body"),
                argumentSet("deep nesting", "[".repeat(1_000), "body"),
                argumentSet("no callee", "{}", "calleeId"),
                argumentSet("null callee", "{\"calleeId\":null}", "calleeId"),
                argumentSet("number as callee", "{\"calleeId\":5}", "calleeId"),
                argumentSet("object as callee", "{\"calleeId\":{\"$ne\":1}}", "calleeId"),
                argumentSet("empty callee", "{\"calleeId\":\"\"}", "calleeId"),
                argumentSet("callee with a space", "{\"calleeId\":\"b b\"}", "calleeId"),
                argumentSet("callee with a line break", "{\"calleeId\":\"b\\n\"}", "calleeId"),
                argumentSet("callee out of the alphabet", "{\"calleeId\":\"bób\"}", "calleeId"),
                argumentSet("long callee", "{\"calleeId\":\"" + "b".repeat(129) + "\"}", "calleeId"),
                argumentSet("unknown field", "{\"calleeId\":\"x\",\"silent\":true}", "silent"),
                argumentSet("unknown media", "{\"calleeId\":\"x\",\"media\":\"hologram\"}", "media"),
                argumentSet("media in capitals", "{\"calleeId\":\"x\",\"media\":\"VIDEO\"}", "media"),
                argumentSet("number as media", "{\"calleeId\":\"x\",\"media\":1}", "media"),
                argumentSet("bad conversation", "{\"calleeId\":\"x\",\"conversationId\":\"c/1\"}", "conversationId"),
                argumentSet("empty conversation", "{\"calleeId\":\"x\",\"conversationId\":\"\"}", "conversationId"),
                argumentSet("short ring", "{\"calleeId\":\"x\",\"ringSeconds\":4}", "ringSeconds"),
                argumentSet("long ring", "{\"calleeId\":\"x\",\"ringSeconds\":61}", "ringSeconds"),
                argumentSet("endless ring", "{\"calleeId\":\"x\",\"ringSeconds\":99999999999}", "ringSeconds"),
                argumentSet("ring in words", "{\"calleeId\":\"x\",\"ringSeconds\":\"30\"}", "ringSeconds"),
                argumentSet("fraction of a ring", "{\"calleeId\":\"x\",\"ringSeconds\":30.5}", "ringSeconds"));
    }

    @ParameterizedTest
    @MethodSource("badDials")
    void namesTheFieldOfADialThatIsWrong(String body, String field) {
        // When
        Answer answer = carol.send(carol.request("/v1/calls").POST(BodyPublishers.ofString(body)));

        // Then
        assertProblem(answer, 400, "invalid-request");
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.body().at("/errors/0/message").asString()).isNotEmpty();
    }

    @Test
    void refusesACallToOneself() {
        // When
        Answer answer = carol.tryDial(carol);

        // Then
        assertProblem(answer, 400, "invalid-request");
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("calleeId");
    }

    @Test
    void doesNotBelieveAConversation() {
        // When
        Answer answer = carol.send(carol.request("/v1/calls")
                .POST(BodyPublishers.ofString("{\"calleeId\":\"x\",\"conversationId\":\"c1\"}")));

        // Then
        assertProblem(answer, 403, "not-allowed");
    }

    static Stream<Arguments> badHeaders() {
        return Stream.of(
                argumentSet("empty key", "Idempotency-Key", ""),
                argumentSet("long key", "Idempotency-Key", "k".repeat(129)),
                argumentSet("key with a space", "Idempotency-Key", "a b"),
                argumentSet("empty device", "Ringline-Device", ""),
                argumentSet("long device", "Ringline-Device", "d".repeat(129)),
                argumentSet("device with a space", "Ringline-Device", "a b"));
    }

    @ParameterizedTest
    @MethodSource("badHeaders")
    void namesTheHeaderOfADialThatIsWrong(String header, String value) {
        // When
        Answer answer = carol.send(dial(carol, bob).setHeader(header, value));

        // Then
        assertProblem(answer, 400, "invalid-request");
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(header);
    }

    static Stream<Arguments> largeBodies() {
        String body = "{\"calleeId\":\"" + "b".repeat(20_000) + "\"}";
        return Stream.of(
                argumentSet("with a length", BodyPublishers.ofString(body)),
                argumentSet(
                        "in chunks", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes()))));
    }

    @ParameterizedTest
    @MethodSource("largeBodies")
    void refusesALargeDial(BodyPublisher body) {
        // When
        Answer answer = carol.send(carol.request("/v1/calls").POST(body));

        // Then
        assertProblem(answer, 413, "too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerting", "answer", "decline", "end"})
    void asksWhichDeviceActs(String command) {
        // When
        Answer answer =
                bob.send(withToken(bob, "/v1/calls/" + call + "/" + command).POST(BodyPublishers.noBody()));

        // Then
        assertProblem(answer, 400, "device-required");
    }

    static Stream<Arguments> badCommandBodies() {
        return Stream.of("alerting", "answer", "decline", "end")
                .flatMap(command -> Stream.of(
                        Arguments.of(command, "application/json", "{bro", 400, "invalid-request"),
                        Arguments.of(command, "application/json", "[]", 400, "invalid-request"),
                        Arguments.of(command, "application/json", "{\"foo\":1}", 400, "invalid-request"),
                        Arguments.of(command, "text/plain", "hello", 415, "unsupported-media-type")));
    }

    @ParameterizedTest
    @MethodSource("badCommandBodies")
    void takesNothingWithACommand(String command, String type, String body, int status, String code) {
        // When
        Answer answer = bob.send(bob.request("/v1/calls/" + call + "/" + command)
                .setHeader("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));

        // Then
        assertProblem(answer, status, code);
    }

    @Test
    void asksWhichDeviceDials() {
        // When
        Answer answer = carol.send(withToken(carol, "/v1/calls")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"calleeId\":\"x\"}")));

        // Then
        assertProblem(answer, 400, "device-required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alerting", "answer", "decline"})
    void leavesAnsweringToTheCallee(String command) {
        // When
        Answer answer = alice.post(call, command);

        // Then
        assertProblem(answer, 409, "wrong-side");
        assertThat(answer.callId()).isEqualTo(call);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "0", "019aaad4-0001-7c31-9f02-5b6d3e8a41c7", "a%20b", "%E2%98%8E", LONG_ID})
    void knowsNoCallOfAnotherId(String id) {
        // When
        Stream<Answer> answers = Stream.concat(
                Stream.of(bob.get(id)),
                Stream.of("alerting", "answer", "decline", "end").map(command -> bob.post(id, command)));

        // Then
        assertThat(answers).hasSize(5).allSatisfy(answer -> assertProblem(answer, 404, "call-not-found"));
    }

    static Stream<Arguments> badQueries() {
        return Stream.of(
                Arguments.of("/v1/calls?limit=0", "limit"),
                Arguments.of("/v1/calls?limit=101", "limit"),
                Arguments.of("/v1/calls?limit=ten", "limit"),
                Arguments.of("/v1/calls?before=rubbish", "before"),
                Arguments.of("/v1/calls?before=", "before"),
                Arguments.of("/v1/calls?before=OTk5OTk5OTk5OTk5OTk5OTk5OSB4", "before"),
                Arguments.of("/v1/calls?before=" + "A".repeat(2_000), "before"),
                Arguments.of("/v1/calls/incoming?wait=-1", "wait"),
                Arguments.of("/v1/calls/incoming?wait=26", "wait"),
                Arguments.of("/v1/calls/incoming?wait=soon", "wait"),
                Arguments.of("/v1/calls/incoming?wait=99999999999", "wait"));
    }

    @ParameterizedTest
    @MethodSource("badQueries")
    void namesTheParameterThatIsWrong(String path, String parameter) {
        // When
        Answer answer = bob.list(path);

        // Then
        assertProblem(answer, 400, "invalid-request");
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(parameter);
    }

    static Stream<Arguments> otherRequests() {
        return Stream.of(
                argumentSet("PUT of a call", "PUT", "/v1/calls/x", 405, "method-not-allowed"),
                argumentSet("DELETE of a call", "DELETE", "/v1/calls/x", 405, "method-not-allowed"),
                argumentSet("DELETE of all calls", "DELETE", "/v1/calls", 405, "method-not-allowed"),
                argumentSet("POST of incoming", "POST", "/v1/calls/incoming", 405, "method-not-allowed"),
                argumentSet("GET of an answer", "GET", "/v1/calls/x/answer", 405, "method-not-allowed"),
                argumentSet("unknown command", "POST", "/v1/calls/x/explode", 404, "not-found"),
                argumentSet("unknown path", "GET", "/v1/nothing", 404, "not-found"),
                argumentSet("trailing slash", "GET", "/v1/calls/", 404, "not-found"));
    }

    @ParameterizedTest
    @MethodSource("otherRequests")
    void hasNoOtherRequests(String method, String path, int status, String code) {
        // When
        Answer answer = bob.send(bob.request(path).method(method, BodyPublishers.noBody()));

        // Then
        assertProblem(answer, status, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml"})
    void readsJsonOnly(String type) {
        // When
        Answer answer = carol.send(dial(carol, bob).setHeader("Content-Type", type));

        // Then
        assertProblem(answer, 415, "unsupported-media-type");
    }

    @Test
    void writesJsonOnly() {
        // When
        Answer answer = bob.send(bob.request("/v1/calls/" + call).setHeader("Accept", "text/html"));

        // Then
        assertProblem(answer, 406, "not-acceptable");
    }

    static Stream<Arguments> strangers() {
        return Stream.of(
                stranger("no token", _ -> ""),
                stranger("no JWT", _ -> "Bearer rubbish"),
                stranger("another scheme", user -> "Basic " + TestIdentity.tokenFor(user)),
                stranger("expired", user -> "Bearer " + TestIdentity.expiredTokenFor(user)),
                stranger("for another audience", user -> "Bearer " + TestIdentity.tokenForOtherAudience(user)),
                stranger("of another issuer", user -> "Bearer " + TestIdentity.tokenOfOtherIssuer(user)),
                stranger("signed by another key", user -> "Bearer " + TestIdentity.tokenSignedByForeignKey(user)),
                stranger("unsigned", user -> "Bearer " + TestIdentity.unsignedTokenFor(user)));
    }

    private static Arguments stranger(String name, UnaryOperator<String> credentials) {
        return argumentSet(name, credentials);
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void knowsNobodyWithoutAValidToken(UnaryOperator<String> credentials) {
        // Given
        String authorization = credentials.apply(bob.user());

        // When
        Stream<Answer> answers = everyRequest()
                .map(request -> authorization.isEmpty() ? request : request.header("Authorization", authorization))
                .map(bob::send);

        // Then
        assertThat(answers).hasSize(8).allSatisfy(answer -> {
            assertProblem(answer, 401, "unauthenticated");
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer");
        });
    }

    private Stream<HttpRequest.Builder> everyRequest() {
        String one = "/v1/calls/" + call;
        Stream<HttpRequest.Builder> reads =
                Stream.of("/v1/calls", "/v1/calls/incoming", one).map(bob::bareRequest);
        Stream<HttpRequest.Builder> writes = Stream.of(
                        "/v1/calls", one + "/alerting", one + "/answer", one + "/decline", one + "/end")
                .map(path -> bob.bareRequest(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"calleeId\":\"x\"}")));
        return Stream.concat(reads, writes).map(request -> request.header("Ringline-Device", "phone"));
    }

    private List<Document> calls() {
        return evidence.callsOf(List.of(alice.user(), bob.user(), carol.user())).stream()
                .peek(stored -> List.of("pending", "pendingDue", "pendingSince").forEach(stored::remove))
                .toList();
    }

    private static HttpRequest.Builder dial(CallClient caller, CallClient callee) {
        return caller.request("/v1/calls").POST(BodyPublishers.ofString("{\"calleeId\":\"" + callee.user() + "\"}"));
    }

    private static HttpRequest.Builder withToken(CallClient client, String path) {
        return client.bareRequest(path).header("Authorization", "Bearer " + TestIdentity.tokenFor(client.user()));
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text("detail")).matches("[A-Z].*[.]");
    }
}
