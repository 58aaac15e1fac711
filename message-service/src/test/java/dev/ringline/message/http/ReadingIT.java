package dev.ringline.message.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.message.CallStatus;
import dev.ringline.message.Calls;
import dev.ringline.message.EndReason;
import dev.ringline.message.Messages;
import dev.ringline.message.SystemMessage;
import dev.ringline.message.running.RunningService;
import dev.ringline.testkit.OpenApiConformance;
import dev.ringline.testkit.TestIdentity;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@RunningService
class ReadingIT {

    @LocalServerPort
    int port;

    @Autowired
    Messages messages;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private final String test = UUID.randomUUID().toString();
    private final String alice = "alice-" + test;
    private final String bob = "bob-" + test;
    private RestTestClient client;

    @BeforeEach
    void connect() {
        client = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build();
    }

    @Test
    void showsTheFactsOfACallAndAText() {
        // Given
        SystemMessage message = Calls.completed(UUID.randomUUID().toString(), 125)
                .between(alice, bob)
                .in("c-" + test)
                .keptBy(messages);

        // When
        String body = get(alice, "/v1/messages/" + message.messageId())
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        // Then
        assertThat(body)
                .isEqualTo(("{'messageId':'@id','conversationId':'c-@test','type':'system','kind':'call',"
                                + "'participants':['alice-@test','bob-@test'],"
                                + "'call':{'callId':'@id','media':'video','status':'completed','reason':'hangup',"
                                + "'callerId':'alice-@test','calleeId':'bob-@test',"
                                + "'startedAt':'2026-11-22T12:00:00Z','endedAt':'2026-11-22T12:02:05Z',"
                                + "'durationSeconds':125,'connected':true},"
                                + "'text':'Video call, 2 min 5 s','at':'2026-11-22T12:02:05Z'}")
                        .replace("@id", message.messageId())
                        .replace("@test", test)
                        .replace('\'', '"'));
    }

    @Test
    void listsAllOfMineNewestFirst() {
        // Given
        SystemMessage older = call().keptBy(messages);
        SystemMessage newer =
                call().in("other-" + test).later(Duration.ofMinutes(1)).keptBy(messages);

        // When
        JsonNode page = page(bob, "/v1/messages");

        // Then
        assertThat(ids(page)).containsExactly(newer.messageId(), older.messageId());
        assertThat(page.get("next").isNull()).isTrue();
    }

    @Test
    void listsOneConversation() {
        // Given
        SystemMessage here = call().keptBy(messages);
        call().in("other-" + test).keptBy(messages);

        // When
        JsonNode page = page(alice, "/v1/conversations/c-%s/messages".formatted(test));

        // Then
        assertThat(ids(page)).containsExactly(here.messageId());
    }

    @Test
    void leadsThroughAllPagesWithoutGapsOrRepetitions() {
        // Given
        List<String> expected = IntStream.range(0, 7)
                .mapToObj(i -> call().later(Duration.ofMillis(i / 3)).keptBy(messages))
                .sorted((a, b) -> b.position().compareTo(a.position()))
                .map(SystemMessage::messageId)
                .toList();

        // When
        List<String> read = readAll(alice, "/v1/messages?limit=2");

        // Then
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void keepsItsPlaceWhenNewMessagesArriveMeanwhile() {
        // Given
        SystemMessage oldest = call().keptBy(messages);
        call().later(Duration.ofMinutes(1)).keptBy(messages);
        String next = page(alice, "/v1/messages?limit=1").get("next").stringValue();
        call().later(Duration.ofMinutes(2)).keptBy(messages);

        // When
        JsonNode page = page(alice, "/v1/messages?limit=1&before=" + next);

        // Then
        assertThat(ids(page)).containsExactly(oldest.messageId());
    }

    @Test
    void hidesASilentCallFromItsCallee() {
        // Given
        SystemMessage silent = call().silently().keptBy(messages);

        // When
        JsonNode page = page(bob, "/v1/messages");

        // Then
        assertThat(ids(page)).isEmpty();
        assertThat(ids(page(alice, "/v1/messages"))).containsExactly(silent.messageId());
        get(bob, "/v1/messages/" + silent.messageId()).expectStatus().isNotFound();
    }

    @Test
    void saysNothingOfTheConversationsOfOthers() {
        // Given
        SystemMessage foreign = call().keptBy(messages);

        // When
        JsonNode page = page("mallory-" + test, "/v1/conversations/c-%s/messages".formatted(test));

        // Then
        assertThat(ids(page)).isEmpty();
        assertThat(page.get("next").isNull()).isTrue();
        JsonNode problem = problem("mallory-" + test, "/v1/messages/" + foreign.messageId(), 404);
        assertThat(problem.get("code").stringValue()).isEqualTo("message-not-found");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de-AT,de;q=0.9 | de | Verpasster Videoanruf
            fr             | en | Missed video call
            de;q=nonsense  | en | Missed video call
            """)
    void tellsTheTextInTheLanguageOfTheReader(String wanted, String language, String text) {
        // Given
        SystemMessage message = call().keptBy(messages);

        // When
        RestTestClient.ResponseSpec response =
                get(alice, "/v1/messages/" + message.messageId(), HttpHeaders.ACCEPT_LANGUAGE, wanted);

        // Then
        response.expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_LANGUAGE, language)
                .expectHeader()
                .value(HttpHeaders.VARY, vary -> assertThat(vary).contains(HttpHeaders.ACCEPT_LANGUAGE));
        assertThat(body(response).get("text").stringValue()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/messages/@id", "/v1/messages", "/v1/conversations/c-@test/messages"})
    void sendsNothingThatTheReaderHas(String path) {
        // Given
        String question =
                path.replace("@id", call().keptBy(messages).messageId()).replace("@test", test);
        String tag = tag(get(alice, question));

        // When
        RestTestClient.ResponseSpec response = get(alice, question, HttpHeaders.IF_NONE_MATCH, tag);

        // Then
        response.expectStatus()
                .isNotModified()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, tag)
                .expectBody()
                .isEmpty();
        String german = tag(get(alice, question, HttpHeaders.ACCEPT_LANGUAGE, "de"));
        assertThat(german).isNotEqualTo(tag);
        get(alice, question, HttpHeaders.IF_NONE_MATCH, german).expectStatus().isOk();
    }

    @Test
    void hasAnotherTagForAListWithOneMoreMessage() {
        // Given
        call().keptBy(messages);
        String before = tag(get(alice, "/v1/messages"));

        // When
        call().keptBy(messages);

        // Then
        get(alice, "/v1/messages", HttpHeaders.IF_NONE_MATCH, before)
                .expectStatus()
                .isOk();
    }

    @Test
    void hasAnotherTagForAMessageWhoseUserWasErased() {
        // Given
        SystemMessage message = call().keptBy(messages);
        String question = "/v1/messages/" + message.messageId();
        String before = tag(get(alice, question));

        // When
        messages.replaceUser(bob, "erased-" + test);

        // Then
        get(alice, question, HttpHeaders.IF_NONE_MATCH, before).expectStatus().isOk();
    }

    @Test
    void showsABusyCallAsMissed() {
        // Given
        Calls.ended(UUID.randomUUID().toString(), CallStatus.MISSED, EndReason.BUSY)
                .between(alice, bob)
                .keptBy(messages);

        // When
        JsonNode page = page(bob, "/v1/messages");

        // Then
        JsonNode line = page.get("items").get(0);
        assertThat(line.get("call").get("reason").stringValue()).isEqualTo("busy");
        assertThat(line.get("text").stringValue()).isEqualTo("Missed video call (busy)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/messages?limit=0                    | limit
            /v1/messages?limit=101                  | limit
            /v1/messages?limit=many                 | limit
            /v1/messages?before=nonsense            | before
            /v1/conversations/c1/messages?limit=-1  | limit
            /v1/conversations/c1/messages?before=!  | before
            /v1/conversations/a%20b/messages        | conversationId
            /v1/messages/no-uuid                    | messageId
            """)
    void saysWhatIsWrongWithAQuestion(String path, String field) {
        // Given
        String user = alice;

        // When
        JsonNode problem = problem(user, path, 400);

        // Then
        assertThat(problem.get("code").stringValue()).isEqualTo("invalid-request");
        assertThat(problem.get("errors").get(0).get("field").stringValue()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"/v1/messages", "/v1/conversations/c1/messages", "/v1/messages/019aaad4-0001-7c31-9f02-5b6d3e8a41c7"})
    void answersNobodyWithoutAValidToken(String path) {
        // Given
        String expired = TestIdentity.expiredTokenFor(alice);

        // When
        RestTestClient.ResponseSpec response = client.get()
                .uri(URI.create("http://localhost:" + port + path))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + expired)
                .exchange();

        // Then
        response.expectStatus().isUnauthorized().expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        client.get().uri(path).exchange().expectStatus().isUnauthorized();
    }

    @Test
    void refusesToBeWrittenTo() {
        // Given
        RestTestClient.RequestBodySpec request = client.post()
                .uri("/v1/messages")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TestIdentity.tokenFor(alice))
                .contentType(MediaType.APPLICATION_JSON);

        // When
        RestTestClient.ResponseSpec response = request.body("{}").exchange();

        // Then
        response.expectStatus().isEqualTo(405).expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void servesWhatItsOpenApiDocumentDescribesAndNothingElse() {
        // Given
        List<String> served = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path)))
                .filter(request -> request.contains(" /v1/"))
                .toList();

        // When, Then
        OpenApiConformance.check("message-service", served);
    }

    private Calls call() {
        return Calls.missed(UUID.randomUUID().toString()).between(alice, bob).in("c-" + test);
    }

    private RestTestClient.ResponseSpec get(String user, String path) {
        return get(user, path, HttpHeaders.ACCEPT, "application/json, application/problem+json");
    }

    private RestTestClient.ResponseSpec get(String user, String path, String header, String value) {
        return client.get()
                .uri(URI.create("http://localhost:" + port + path))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TestIdentity.tokenFor(user))
                .header(header, value)
                .exchange();
    }

    private static String tag(RestTestClient.ResponseSpec response) {
        return response.expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseHeaders()
                .getETag();
    }

    private JsonNode page(String user, String path) {
        return body(get(user, path).expectStatus().isOk());
    }

    private JsonNode problem(String user, String path, int status) {
        return body(get(user, path)
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    private static JsonNode body(RestTestClient.ResponseSpec response) {
        return response.expectBody(JsonNode.class).returnResult().getResponseBody();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> item.get("messageId").stringValue())
                .toList();
    }

    private List<String> readAll(String user, String path) {
        List<String> read = new ArrayList<>();
        JsonNode page = page(user, path);
        read.addAll(ids(page));
        while (!page.get("next").isNull()) {
            page = page(user, path + "&before=" + page.get("next").stringValue());
            read.addAll(ids(page));
        }
        return read;
    }
}
