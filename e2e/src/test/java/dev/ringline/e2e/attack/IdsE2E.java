package dev.ringline.e2e.attack;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import dev.ringline.contracts.CallEvent.CallReady;
import dev.ringline.e2e.phone.Http;
import dev.ringline.e2e.phone.Phone;
import dev.ringline.e2e.world.OnTheStack;
import dev.ringline.e2e.world.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids are the app's: whatever is allowed works everywhere, whatever is not is refused where it is named. */
@OnTheStack
class IdsE2E {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:@|+=~-";
    private static final int INVENTED_DEVICES = 200;
    private static final int A_FEW_BYTES = 500;

    private final World world;
    private final String run = UUID.randomUUID().toString();

    IdsE2E(World world) {
        this.world = world;
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth0|", "a.b_c:d@e|f+g=h~i-", ALPHABET})
    void letsEveryAllowedIdCallAndBeCalled(String characters) {
        // Given
        var caller = phone(characters + run);
        var callee = phone((run + characters.repeat(128)).substring(0, 128));

        // When
        var callId = caller.dial(callee).expect(201).callId();

        // Then
        assertThat(callee.get("/v1/calls/incoming")
                        .expect(200)
                        .json()
                        .at("/items/0/callerId")
                        .asString())
                .isEqualTo(caller.user());
        assertThat(callee.answer(callId).expect(200).text("status")).isEqualTo("ongoing");
        assertThat(caller.call(callId).expect(200).text("calleeId")).isEqualTo(callee.user());
        assertThat(caller.end(callId).expect(200).text("endReason")).isEqualTo("hangup");
        var history = caller.get("/v1/calls?with=" + encode(callee.user(), UTF_8));
        assertThat(history.expect(200).json().at("/items/0/callId").asString()).isEqualTo(callId);
        assertThat(callee.send(callee.posting("/v1/calls/seen", "{}"))
                        .expect(200)
                        .json()
                        .path("unseenMissed")
                        .asInt(-1))
                .isZero();
        var erasure = admin().request("/v1/admin/users/" + encode(callee.user(), UTF_8));
        assertThat(admin().send(erasure.DELETE()).expect(200).text("userId")).isEqualTo(callee.user());
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", ":", "-", "+", "~", "=", "."})
    void keepsPairsApartWhoseIdsAreOneStringWhenJoined(String joint) {
        // Given
        var one = phone("a" + joint + run).dial(phone("b" + joint + "c" + run)).expect(201);

        // When
        var other =
                phone("a" + joint + run + joint + "b").dial(phone("c" + run)).expect(201);

        // Then
        assertThat(other.callId()).isNotEqualTo(one.callId());
        assertThat(other.text("conversationId")).isNotEqualTo(one.text("conversationId"));
        assertThat(other.text("status")).isEqualTo("ringing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b\u00f3b",
                "\u260e",
                "\uff42ob",
                "bo\u0301b",
                "\ud83d\ude00",
                "\u0431\u043e\u0431",
                "b\u200bob",
                "b\u202eob"
            })
    void saysThatAnIdIsOutOfTheAlphabet(String id) {
        // Given
        var caller = phone("unicode-" + run);
        var callee = phone(run);
        var admin = admin();

        // When
        var dial = caller.send(caller.posting("/v1/calls", "{\"calleeId\":\"%s\"}".formatted(id)));
        var conversation = caller.dial(callee, "\"conversationId\":\"%s\"".formatted(id));
        var history = caller.get("/v1/calls?with=" + encode(id, UTF_8));
        var erasure =
                admin.send(admin.request("/v1/admin/users/" + encode(id, UTF_8)).DELETE());

        // Then
        assertThat(dial.expectProblem(400, "invalid-request")
                        .json()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("calleeId");
        assertThat(conversation
                        .expectProblem(400, "invalid-request")
                        .json()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("conversationId");
        assertThat(history.expectProblem(400, "invalid-request")
                        .json()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("with");
        assertThat(erasure.expectProblem(400, "invalid-request")
                        .json()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("userId");
    }

    @Test
    void doesNotLetInventedDevicesGrowACall() {
        // Given
        var caller = phone("caller-" + run);
        var callee = phone("callee-" + run);
        var callId = caller.dial(callee).expect(201).callId();
        callee.alerting(callId).expect(200);
        world.events().await(CallReady.class, callId);
        var size = sizeOnceTold(callId);

        // When
        var answers = IntStream.range(0, INVENTED_DEVICES)
                .mapToObj(device -> callee.send(world.gateway()
                        .request("/v1/calls/" + callId + "/alerting")
                        .header("Authorization", "Bearer " + callee.token())
                        .header("Ringline-Device", "invented-device-" + device)
                        .POST(BodyPublishers.noBody())))
                .toList();

        // Then
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 429));
        assertThat(sizeOnceTold(callId)).isLessThan(size + A_FEW_BYTES);
        caller.end(callId).expect(200);
    }

    /** Without the events that are still to be told. */
    private int sizeOnceTold(String callId) {
        try (var mongodb = MongoClients.create(world.mongod().uri("admin"))) {
            var calls = mongodb.getDatabase("call").getCollection("calls", RawBsonDocument.class);
            return await().until(
                            () -> calls.find(Filters.eq("_id", callId)).first(), call -> !call.containsKey("pending"))
                    .getByteBuffer()
                    .remaining();
        }
    }

    private Phone admin() {
        return phone("admin-" + run, "&scope=ringline.admin");
    }

    private Phone phone(String user) {
        return phone(user, "");
    }

    private Phone phone(String user, String scope) {
        var token = Http.to(world.addresses().identityProvider())
                .get("/token?user=" + encode(user, UTF_8) + scope)
                .expect(200)
                .body();
        return new Phone(world.gateway(), user, "phone", token);
    }
}
