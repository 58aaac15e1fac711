package dev.ringline.notification.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringline.contracts.UserEvent.UserErased;
import dev.ringline.notification.rules.user.KnownUser;
import dev.ringline.notification.rules.user.Profile;
import dev.ringline.notification.rules.user.Users;
import dev.ringline.notification.running.ApiClient.Answer;
import dev.ringline.testkit.EventProbe;
import dev.ringline.testkit.RealParts;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What is known of users, and what it does to a ring. The caller of every call is alice. */
@RealParts
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "ringline.stream.keep-alive=1s")
class UsersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CALL_SERVICE = "/call-service";

    @LocalServerPort
    private int port;

    @Autowired
    private Users users;

    @Autowired
    private MongoTemplate mongo;

    @AutoClose
    private final EventProbe probe = EventProbe.start();

    private final String bob = ToldCall.someone();

    @BeforeEach
    void awaitReadiness() {
        Readiness.await(port);
    }

    @Test
    void learnsNamesFromTokens() throws IOException {
        // When
        ApiClient.of(port, bob).get("/v1/devices");
        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(profile(bob)).isEqualTo(new Profile(bob, null)));
    }

    @Test
    void believesTheBackendMoreThanTokens() throws IOException {
        // Given
        String admin = "/v1/admin/users/" + bob;
        ApiClient.backend(port).put(admin, "{'displayName':'Bob Example','avatarUrl':'https://a.example/bob.png'}");
        // When
        ApiClient.of(port, bob).get("/v1/devices");
        // Then
        assertThat(users.name(bob, new Profile("another", null))).isFalse();
        assertThat(profile(bob)).isEqualTo(new Profile("Bob Example", "https://a.example/bob.png"));
    }

    @Test
    void letsOnlyTheBackendNameSomebody() throws IOException {
        // When
        Answer answer = ApiClient.of(port, bob).put("/v1/admin/users/" + bob, "{'displayName':'Alice'}");
        // Then
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void saysWhatIsWrongWithAName() throws IOException {
        // When
        Answer answer = ApiClient.backend(port).put("/v1/admin/users/" + bob, "{'avatarUrl':'javascript:alert(1)'}");
        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("avatarUrl");
    }

    @Test
    void keepsPreferences() throws IOException {
        // Given
        String wish =
                "{'calls':'ring','quietHours':{'zone':'Europe/Vienna','from':'22:00','to':'07:00'},'mutedUsers':[]}";
        ApiClient.of(port, bob).put("/v1/preferences", wish);
        // When
        Answer answer = ApiClient.of(port, bob).get("/v1/preferences");
        // Then
        assertThat(answer.body().toString()).isEqualTo(wish.replace('\'', '"'));
    }

    @Test
    void ringsWhoeverToldNoPreferences() throws IOException {
        // When
        Answer answer = ApiClient.of(port, bob).get("/v1/preferences");
        // Then
        assertThat(answer.body().toString()).isEqualTo("{\"calls\":\"ring\",\"mutedUsers\":[]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'calls':'ring'};                                       ring",
                "{'calls':'notify'};                                     notify",
                "{'calls':'off'};                                        none",
                "{'calls':'ring','mutedUsers':['alice']};                none",
                "{'calls':'ring','snoozeUntil':'2999-01-01T00:00:00Z'};  notify"
            })
    void alertsAsTheCalleeWishesAndSaysWhoCalls(String preferences, String alert) throws IOException {
        // Given
        ApiClient.backend(port).put("/v1/admin/users/alice", "{'displayName':'Alice Example'}");
        Answer kept = ApiClient.of(port, bob).put("/v1/preferences", preferences);
        assertThat(kept.status()).as(kept.body().toString()).isEqualTo(200);
        try (var phone = StreamClient.connect(port, bob + "-phone")) {
            // When
            probe.publish(CALL_SERVICE, ToldCall.to(bob).initiated());
            // Then
            var incoming = phone.await("call.incoming");
            assertThat(incoming.field("alert")).isEqualTo(alert);
            assertThat(incoming.data().at("/display/displayName").asString()).isEqualTo("Alice Example");
            try (var tablet = StreamClient.connect(port, bob + "-tablet")) {
                var shown = tablet.snapshot().data().at("/calls/0");
                assertThat(shown.path("alert").asString()).isEqualTo(alert);
                assertThat(shown.at("/display/displayName").asString()).isEqualTo("Alice Example");
            }
        }
    }

    @Test
    void letsACallerThroughWhoseCallWasMissedJustNow() throws IOException {
        // Given
        ApiClient.of(port, bob)
                .put(
                        "/v1/preferences",
                        "{'calls':'ring','snoozeUntil':'2999-01-01T00:00:00Z','repeatCallerBreaksThroughMinutes':30}");
        ToldCall missed = ToldCall.to(bob);
        ToldCall repeated = ToldCall.to(bob);
        try (var phone = StreamClient.connect(port, bob + "-phone")) {
            probe.publish(CALL_SERVICE, missed.initiated());
            assertThat(phone.await("call.incoming").field("alert")).isEqualTo("notify");
            probe.publish(CALL_SERVICE, missed.cancelled());
            phone.await("call.ended");
            // When
            probe.publish(CALL_SERVICE, repeated.initiated());
            // Then
            await().atMost(PATIENCE).untilAsserted(() -> {
                try (var tablet = StreamClient.connect(port, bob + "-tablet")) {
                    assertThat(tablet.snapshot().data().get("calls").valueStream())
                            .anySatisfy(call -> {
                                assertThat(call.path("callId").asString()).isEqualTo(repeated.callId());
                                assertThat(call.path("alert").asString()).isEqualTo("ring");
                            });
                }
            });
        }
    }

    @Test
    void forgetsAnErasedUserForGood() throws IOException {
        // Given
        ApiClient client = ApiClient.of(port, bob);
        client.put("/v1/preferences", "{'calls':'notify'}");
        client.put("/v1/devices/phone", "{'platform':'android','pushToken':'token-of-%s'}".formatted(bob));
        ToldCall call = ToldCall.to(bob);
        probe.publish(CALL_SERVICE, call.initiated());
        probe.publish(CALL_SERVICE, call.cancelled());
        await().atMost(PATIENCE).until(() -> stored().contains("caller_cancelled"));
        // When
        probe.publish(CALL_SERVICE, new UserErased(bob, 1, Instant.now().truncatedTo(ChronoUnit.MILLIS)));
        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stored()).doesNotContain(bob));
        ToldCall late = ToldCall.to(bob);
        probe.publish(CALL_SERVICE, late.initiated());
        await().atMost(PATIENCE).until(() -> stored().contains(late.callId()));
        assertThat(client.put("/v1/preferences", "{'calls':'ring'}").status()).isEqualTo(403);
        assertThat(stored()).doesNotContain(bob);
    }

    private String stored() {
        List<Document> documents = new ArrayList<>();
        for (String collection : mongo.getCollectionNames()) {
            mongo.getCollection(collection).find().into(documents);
        }
        return documents.stream().map(Document::toJson).toList().toString();
    }

    private Profile profile(String user) {
        return users.of(List.of(user)).getOrDefault(user, KnownUser.STRANGER).profile();
    }
}
