package dev.ringline.call.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.ringline.call.rules.CallFixtures;
import dev.ringline.call.rules.Timers;
import dev.ringline.testkit.Infrastructure;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class OutageWatchIT {

    private static final Timers TIMERS = CallFixtures.TIMERS;
    private static final int MANY = 12;

    private final String database = "outages-" + UUID.randomUUID();

    @AutoClose
    private final MongoClient client =
            MongoClients.create(Infrastructure.shared().mongodbUri(database));

    private final MongoTemplate mongo = new MongoTemplate(client, database);
    private final OutageWatch watch = watch();
    private Instant now = CallFixtures.NOON;

    @BeforeEach
    void sweepOnce() {
        watch.swept(0);
    }

    @Test
    void extendsEveryLeaseAfterAGapBetweenSweeps() {
        // When
        pass(Duration.ofSeconds(11));
        watch.swept(1);

        // Then
        assertThat(watch.extendedUntil()).isEqualTo(now.plus(TIMERS.lease()));
    }

    @Test
    void extendsNothingAsLongAsSomebodySweeps() {
        for (int sweep = 0; sweep < 5; sweep++) {
            pass(Duration.ofSeconds(9));
            watch.swept(1);
        }

        assertThat(watch.extendedUntil()).isNull();
    }

    @Test
    void extendsAgainAfterASecondGapSoonAfterTheFirst() {
        // Given
        pass(Duration.ofSeconds(70));
        watch.swept(1);
        pass(Duration.ofSeconds(9));
        watch.swept(0);

        // When
        pass(Duration.ofSeconds(45));
        watch.swept(1);

        // Then
        assertThat(watch.extendedUntil()).isEqualTo(now.plus(TIMERS.lease()));
    }

    @Test
    void givesTheReplicaThatComesLateTheSameExtension() {
        // Given
        OutageWatch other = watch();
        other.swept(0);
        pass(Duration.ofSeconds(70));
        watch.swept(1);
        pass(Duration.ofMillis(3));

        // When
        other.extend(new Document("at", Date.from(CallFixtures.NOON)), now);

        // Then
        assertThat(other.extendedUntil()).isEqualTo(watch.extendedUntil());
    }

    @Test
    void takesItForOursWhenMoreCallsFellSilentThanWereHeardOf() {
        // Given
        store(MANY, silent());
        store(MANY - 1, heardOf());

        // When
        watch.swept(MANY);

        // Then
        assertThat(watch.extendedUntil()).isEqualTo(now.plus(TIMERS.lease()));
    }

    @Test
    void takesItForTheirsWhenAsManyCallsWereHeardOf() {
        // Given
        store(MANY, silent());
        store(MANY, heardOf());

        // When
        watch.swept(MANY);

        // Then
        assertThat(watch.extendedUntil()).isNull();
    }

    @Test
    void countsNoCallThatTheMediaPlaneVouchesFor() {
        // Given
        store(MANY, vouchedFor());

        // When
        watch.swept(MANY);

        // Then
        assertThat(watch.extendedUntil()).isNull();
    }

    @Test
    void extendsOnceWhenDevicesStaySilent() {
        // Given
        store(MANY, silent());
        watch.swept(MANY);
        Instant first = watch.extendedUntil();

        // When
        for (int sweep = 0; sweep < 10; sweep++) {
            pass(Duration.ofSeconds(5));
            watch.swept(MANY);
        }

        // Then
        assertThat(watch.extendedUntil()).isEqualTo(first);
    }

    private OutageWatch watch() {
        return new OutageWatch(mongo, TIMERS, () -> now);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private void store(int count, Document call) {
        List<Document> calls = IntStream.range(0, count)
                .mapToObj(
                        _ -> new Document(call).append("_id", UUID.randomUUID().toString()))
                .toList();
        mongo.getCollection("calls").insertMany(calls);
    }

    /** Both leases are over. */
    private Document silent() {
        return call(now.minusSeconds(1), now.minusSeconds(1), now.minusSeconds(1));
    }

    /** One side was just heard of, the other some seconds ago. */
    private Document heardOf() {
        Instant before = now.plus(TIMERS.lease()).minusSeconds(8);
        return call(before, now.plus(TIMERS.lease()), before);
    }

    private Document vouchedFor() {
        Document call = silent();
        call.get("caller", Document.class).append("peers", List.of("a1"));
        call.get("callee", Document.class).append("peers", List.of("b1"));
        return call;
    }

    private static Document call(Instant caller, Instant callee, Instant leaseDue) {
        return new Document("pairKey", UUID.randomUUID().toString())
                .append("caller", new Document("aliveUntil", Date.from(caller)))
                .append("callee", new Document("aliveUntil", Date.from(callee)))
                .append("leaseDue", Date.from(leaseDue));
    }
}
