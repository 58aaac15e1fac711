package dev.ringline.call.running;

import static dev.ringline.call.rules.CallFixtures.RULES;
import static dev.ringline.call.rules.CallFixtures.dial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.ringline.call.Calls;
import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.CallCommand;
import dev.ringline.call.rules.CallCommand.Actor;
import dev.ringline.call.rules.CallCommand.Answer;
import dev.ringline.call.rules.CallCommand.Heartbeat;
import dev.ringline.call.rules.CallFixtures;
import dev.ringline.call.rules.CallState.Ending;
import dev.ringline.call.rules.Decision.Accepted;
import dev.ringline.call.rules.EndReason;
import dev.ringline.call.rules.Presence.MediaReport;
import dev.ringline.testkit.Infrastructure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Whose silence it was: a device's, or ours. */
class LeaseIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name = "leases-" + UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(ints = {3, 200})
    void endsNoneOfTheConnectedCallsAfterAnOutageOfOursLongerThanALease(int count) {
        // Given
        List<String> calls = leaveConnectedCalls(count, Duration.ofSeconds(70));

        // When
        try (Instance back = Instance.start(name)) {
            MongoTemplate mongo = back.bean(MongoTemplate.class);
            await().atMost(PATIENCE).until(() -> callsThatAreDue(mongo) == 0);

            // Then
            assertThat(calls)
                    .allSatisfy(call ->
                            assertThat(back.bean(Calls.class).find(call)).get().matches(Call::isLive));
            assertThat(mongo.findById("leases", Document.class, "sweeps")).containsKey("extendedUntil");
        }
    }

    @Test
    void endsACallWhoseDevicesFellSilentWhileWeWereThere() {
        // Given
        String call = leaveConnectedCalls(1, Duration.ofSeconds(2)).getFirst();

        // When
        try (Instance there = Instance.start(name)) {
            await().atMost(PATIENCE)
                    .until(() ->
                            !there.bean(Calls.class).find(call).orElseThrow().isLive());

            // Then
            assertThat(there.bean(Calls.class).find(call).flatMap(Call::ending).map(Ending::reason))
                    .contains(EndReason.PEER_LOST);
        }
    }

    /** An instance goes, and comes back after the leases of its calls are over. */
    private List<String> leaveConnectedCalls(int count, Duration away) {
        try (Instance before = Instance.start(name)) {
            Calls calls = before.bean(Calls.class);
            List<String> connected =
                    IntStream.range(0, count).mapToObj(_ -> connected(calls)).toList();
            await().atMost(PATIENCE)
                    .until(() -> before.bean(MongoTemplate.class).findById("leases", Document.class, "sweeps") != null);
            before.context().close();
            return connected;
        } finally {
            letTimePass(away);
        }
    }

    /** In the future, so that the service that runs finds nothing due until time is let pass. */
    private static String connected(Calls calls) {
        Instant now = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);
        String id = UUID.randomUUID().toString();
        Actor caller = new Actor("caller-" + id, "phone");
        Actor callee = new Actor("callee-" + id, "phone");
        Accepted dialled = CallFixtures.ring(id, dial(caller, callee.userId()), now);
        calls.insert(dialled, () -> true);
        for (CallCommand next : List.of(
                new Answer(callee),
                new CallCommand.AcceptMeeting(1, CallFixtures.meeting()),
                new Heartbeat(caller, MediaReport.CONNECTED),
                new Heartbeat(callee, MediaReport.CONNECTED))) {
            calls.store((Accepted) RULES.decide(calls.find(id).orElseThrow(), next, now));
        }
        return id;
    }

    /** As if everything stored so far were so much older, leases and the last sweep alike. */
    private void letTimePass(Duration away) {
        Date over = Date.from(Instant.now().minusSeconds(1));
        Document lapsed =
                new Document("leaseDue", over).append("caller.aliveUntil", over).append("callee.aliveUntil", over);
        try (MongoClient client = MongoClients.create(Infrastructure.shared().mongodbUri(name))) {
            MongoDatabase database = client.getDatabase(name);
            database.getCollection("calls").updateMany(new Document("state", "ONGOING"), new Document("$set", lapsed));
            database.getCollection("sweeps")
                    .updateMany(
                            new Document(),
                            new Document(
                                    "$set",
                                    new Document("at", Date.from(Instant.now().minus(away)))));
        }
    }

    private static long callsThatAreDue(MongoTemplate mongo) {
        return mongo.getCollection("calls")
                .countDocuments(new Document("leaseDue", new Document("$lte", Date.from(Instant.now()))));
    }
}
