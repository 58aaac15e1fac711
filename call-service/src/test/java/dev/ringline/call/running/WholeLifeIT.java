package dev.ringline.call.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringline.call.Users;
import dev.ringline.call.running.CallClient.Answer;
import dev.ringline.contracts.CallEvent.CallConnected;
import dev.ringline.contracts.CallEvent.CallEnded;
import dev.ringline.contracts.CallEvent.CallMoved;
import dev.ringline.contracts.CallEvent.CallReady;
import dev.ringline.contracts.DeliveryEvent.DeliveryReported;
import dev.ringline.contracts.DeliveryEvent.Kind;
import dev.ringline.contracts.DeliveryEvent.Outcome;
import dev.ringline.contracts.EndReason;
import dev.ringline.contracts.MeetingEvent.ParticipantJoined;
import dev.ringline.contracts.MeetingEvent.ParticipantLeft;
import dev.ringline.contracts.ProviderEvent.ProviderAvailability;
import dev.ringline.contracts.ProviderEvent.State;
import dev.ringline.contracts.UserEvent.CallsSeen;
import dev.ringline.contracts.UserEvent.UserErased;
import dev.ringline.testkit.EventProbe;
import dev.ringline.testkit.RealParts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What keeps a call alive, moves it, ends it, and what is known of it afterwards. */
@RealParts
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"ringline.calls.timers.leave-grace=1s", "ringline.calls.timers.leave-grace-of-both=1s"})
class WholeLifeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @AutoClose
    private final EventProbe events = EventProbe.start();

    @Autowired
    private MongoTemplate mongo;

    private CallClient alice;
    private CallClient bob;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        alice = CallClient.of(port, "alice");
        bob = CallClient.of(port, "bob");
    }

    @Test
    void connectsByTheHeartbeatsOfBothDevices() {
        // Given
        String call = answered();

        // When
        alice.heartbeat(call, "connected");
        Answer last = bob.heartbeat(call, "connected");

        // Then
        assertThat(last.text("phase")).isEqualTo("connected");
        assertThat(last.body().get("connected").asBoolean()).isTrue();
        events.await(CallConnected.class, call);
    }

    @Test
    void endsAConnectedCallWhenOneSideIsGoneTooLong() {
        // Given
        String call = answered();
        events.publish("/meeting-provisioner", joined(call, 2, alice, "a1"));
        events.publish("/meeting-provisioner", joined(call, 3, bob, "b1"));
        events.await(CallConnected.class, call);

        // When
        events.publish("/meeting-provisioner", left(call, 4, bob, "b1"));

        // Then
        CallEnded ended = events.await(CallEnded.class, call);
        assertThat(ended.reason()).isEqualTo(EndReason.PEER_LOST);
        assertThat(ended.connected()).isTrue();
    }

    @Test
    void ignoresAPhantomLeave() {
        // Given
        String call = answered();
        alice.heartbeat(call, "connected");
        bob.heartbeat(call, "connected");

        // When
        events.publish("/meeting-provisioner", left(call, 2, bob, "phantom"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(typesOf(call)).contains("dev.ringline.meeting.participant-left.v1"));

        // Then
        assertThat(alice.get(call).text("phase")).isEqualTo("connected");
    }

    @Test
    void movesACallToTheDeviceThatDialsAgain() {
        // Given
        String call = answered();
        CallClient tablet = alice.on("tablet");

        // When
        Answer moved = tablet.tryDial(bob);

        // Then
        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.callId()).isEqualTo(call);
        assertThat(moved.body().at("/join/authToken").asString()).isNotEmpty();
        assertThat(alice.heartbeat(call, "connected").code()).isEqualTo("moved-elsewhere");
        assertThat(events.await(CallMoved.class, call).toDevice()).isEqualTo("tablet");
    }

    @Test
    void endsWhatRingsForSomebodyWhoAnswersAnother() {
        // Given
        CallClient carol = alice.as("carol");
        String first = alice.dial(bob);
        String second = carol.dial(bob);

        // When
        bob.post(first, "answer");

        // Then
        assertThat(events.await(CallEnded.class, second).reason()).isEqualTo(EndReason.BUSY);
        assertThat(alice.get(first).text("status")).isEqualTo("ongoing");
    }

    @Test
    void rejectsACallToSomebodyInACall() {
        // Given
        answered();

        // When
        Answer busy = alice.as("carol").tryDial(bob);

        // Then
        assertThat(busy.status()).isEqualTo(201);
        assertThat(busy.text("endReason")).isEqualTo("busy");
    }

    @Test
    void letsThreeWhoCallInACircleTalk() {
        // Given
        CallClient carol = alice.as("carol");
        String ab = alice.dial(bob);
        String bc = bob.dial(carol);
        String ca = carol.dial(alice);

        // When
        Answer answer = bob.post(ab, "answer");

        // Then
        assertThat(answer.text("status")).isEqualTo("ongoing");
        assertThat(events.await(CallEnded.class, bc).reason()).isEqualTo(EndReason.CALLER_CANCELLED);
        assertThat(events.await(CallEnded.class, ca).reason()).isEqualTo(EndReason.BUSY);
    }

    @Test
    void callsSomebodyUnreachableWhomNoDeliveryReached() {
        // Given
        String call = alice.dialBriefly(bob);

        // When
        events.publish("/notification-service", delivery(call));

        // Then
        assertThat(events.await(CallEnded.class, call).reason()).isEqualTo(EndReason.UNREACHABLE);
    }

    @Test
    void countsMissedCallsUntilTheyAreSeen() {
        // Given
        alice.post(alice.dial(bob), "end");
        alice.post(alice.dial(bob), "end");
        long before = bob.list("/v1/calls").body().get("unseenMissed").asLong();

        // When
        Answer seen = bob.postTo("/v1/calls/seen", "");

        // Then
        assertThat(before).isEqualTo(2);
        assertThat(seen.body().get("unseenMissed").asLong()).isZero();
        assertThat(bob.list("/v1/calls").body().get("unseenMissed").asLong()).isZero();
        assertThat(alice.list("/v1/calls").body().get("unseenMissed").asLong()).isZero();
        events.await(CallsSeen.class, bob.user());
    }

    @Test
    void refusesATimeThatNobodyCanHaveSeen() {
        Answer before = bob.postTo("/v1/calls/seen", "{\"upTo\":\"-1000000000-01-01T00:00:00Z\"}");
        Answer number = bob.postTo("/v1/calls/seen", "{\"upTo\":1}");
        Answer future = bob.postTo("/v1/calls/seen", "{\"upTo\":\"2999-01-01T00:00:00Z\"}");

        assertThat(before.status()).isEqualTo(400);
        assertThat(before.body().at("/errors/0/field").asString()).isEqualTo("upTo");
        assertThat(number.status()).isEqualTo(400);
        assertThat(future.status()).isEqualTo(200);
    }

    @Test
    void filtersTheHistory() {
        // Given
        String missed = alice.dial(bob);
        alice.post(missed, "end");
        String declined = alice.dial(bob);
        bob.post(declined, "decline");

        // When
        Answer byStatus = bob.list("/v1/calls?status=declined");
        Answer byPeer = bob.list("/v1/calls?with=" + alice.user());
        Answer nonsense = bob.list("/v1/calls?status=Declined");
        Answer noId = bob.list("/v1/calls?with=%20");
        Answer noUser = bob.asAdmin().delete("/v1/admin/users/a%20b");

        // Then
        assertThat(ids(byStatus)).containsExactly(declined);
        assertThat(ids(byPeer)).containsExactly(declined, missed);
        assertThat(nonsense.status()).isEqualTo(400);
        assertThat(nonsense.body().at("/errors/0/field").asString()).isEqualTo("status");
        assertThat(noId.status()).isEqualTo(400);
        assertThat(noId.body().at("/errors/0/field").asString()).isEqualTo("with");
        assertThat(noUser.status()).isEqualTo(400);
    }

    @Test
    void letsAnAdministratorEndAndExplainACall() {
        // Given
        String call = alice.dial(bob);
        bob.post(call, "alerting");

        // When
        Answer ended = alice.asAdmin().postTo("/v1/admin/calls/" + call + "/end", "");

        // Then
        assertThat(ended.text("endReason")).isEqualTo("admin");
        assertThat(ended.text("status")).isEqualTo("missed");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(typesOf(call))
                        .containsExactly(
                                "dev.ringline.call.initiated.v1",
                                "dev.ringline.call.alerting.v1",
                                "dev.ringline.call.ended.v1"));
        assertThat(alice.postTo("/v1/admin/calls/" + call + "/end", "").code()).isEqualTo("forbidden");
        assertThat(alice.asAdmin()
                        .postTo("/v1/admin/calls/" + UUID.randomUUID() + "/end", "")
                        .code())
                .isEqualTo("call-not-found");
    }

    @Test
    void forgetsAUser() {
        // Given
        String talked = answered();
        events.publish("/meeting-provisioner", joined(talked, 2, bob, "b1"));
        bob.post(talked, "end");
        String live = alice.dial(bob);

        // When
        Answer erased = alice.asAdmin().delete("/v1/admin/users/" + bob.user());

        // Then
        assertThat(erased.status()).isEqualTo(200);
        assertThat(events.await(CallEnded.class, live).reason()).isEqualTo(EndReason.PARTICIPANT_REMOVED);
        events.await(UserErased.class, bob.user());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(everythingStored()).noneMatch(this::namesBob));
        assertThat(ids(alice.list("/v1/calls"))).containsExactly(live, talked);
        assertThat(alice.get(talked).text("calleeId")).startsWith("erased-");
    }

    @Test
    void forgetsAUserWhoseCallBeganWhileTheErasureWasAskedFor(@Autowired Users users) {
        // Given
        String live = alice.dial(bob);

        // When
        users.erase(bob.user());

        // Then
        assertThat(events.await(CallEnded.class, live).reason()).isEqualTo(EndReason.PARTICIPANT_REMOVED);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(everythingStored()).noneMatch(this::namesBob));
    }

    @Test
    void ringsNobodyWhileTheProviderIsClosed() {
        // Given
        String provider = "provider";
        events.publish(
                "/meeting-provisioner",
                new ProviderAvailability(
                        provider, State.CLOSED, Instant.now().plusSeconds(60), "quota", System.nanoTime()));

        try {
            // When
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(alice.tryDial(alice.as("nobody")).code()).isEqualTo("provider-unavailable"));
        } finally {
            // Then
            events.publish(
                    "/meeting-provisioner",
                    new ProviderAvailability(provider, State.OPEN, null, null, System.nanoTime()));
        }
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(alice.as("dave").tryDial(bob).status()).isEqualTo(201));
    }

    private String answered() {
        String call = alice.dial(bob);
        events.publish("/meeting-provisioner", Meetings.provisioned(call, alice, bob));
        events.await(CallReady.class, call);
        bob.post(call, "answer");
        return call;
    }

    private List<String> typesOf(String call) {
        return alice.asAdmin()
                .list("/v1/admin/calls/" + call + "/timeline")
                .body()
                .get("items")
                .valueStream()
                .map(entry -> entry.get("type").asString())
                .toList();
    }

    private List<Document> everythingStored() {
        return mongo.getCollectionNames().stream()
                .flatMap(collection -> mongo.findAll(Document.class, collection).stream())
                .toList();
    }

    private boolean namesBob(Document stored) {
        return stored.toJson().contains(bob.user());
    }

    private static List<String> ids(Answer page) {
        return page.body()
                .get("items")
                .valueStream()
                .map(call -> call.get("callId").asString())
                .toList();
    }

    private static ParticipantJoined joined(String call, long sequence, CallClient user, String peer) {
        Instant now = Instant.now();
        return new ParticipantJoined(call, sequence, "meeting-of-" + call, "session", user.user(), peer, now, now);
    }

    private static ParticipantLeft left(String call, long sequence, CallClient user, String peer) {
        Instant now = Instant.now();
        return new ParticipantLeft(call, sequence, "meeting-of-" + call, "session", user.user(), peer, now, now);
    }

    private DeliveryReported delivery(String call) {
        return new DeliveryReported(
                call, 1, bob.user(), null, "fcm", Kind.RING, 1, Outcome.NO_DEVICE, null, Instant.now());
    }
}
