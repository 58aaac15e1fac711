package dev.ringline.call.running;

import static dev.ringline.call.rules.CallFixtures.RULES;
import static dev.ringline.call.rules.CallFixtures.dial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.ringline.call.Calls;
import dev.ringline.call.Calls.Stored;
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
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Whose silence it was: a device's, or ours. */
class LeaseIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MANY = 200;

    private final String name = "leases-" + UUID.randomUUID();

    @Test
    void endsNoneOfManyConnectedCallsAfterAnOutageOfOursLongerThanALease() {
        // Given
        List<String> calls = leaveConnectedCalls(MANY, Duration.ofSeconds(70));

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
                    Stream.generate(() -> connected(calls)).limit(count).toList();
            before.context().close();
            return connected;
        } finally {
            letTimePass(away);
        }
    }

    private static String connected(Calls calls) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
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
            storeAfterAll(calls, id, next, now);
        }
        return id;
    }

    /** The service that runs looks after each answered call, and may write first. */
    private static void storeAfterAll(Calls calls, String id, CallCommand command, Instant now) {
        await().atMost(PATIENCE)
                .until(() ->
                        calls.store((Accepted) RULES.decide(calls.find(id).orElseThrow(), command, now)) == Stored.YES);
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
