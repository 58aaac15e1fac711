package dev.ringline.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.ringline.testkit.Infrastructure;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class ErasedUsersIT {

    private static final String KEY = "erasure-key-of-the-tests-0123456789";
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @AutoClose
    private static final MongoClient CLIENT =
            MongoClients.create(Infrastructure.shared().mongodbUri("erasure"));

    private final MongoTemplate mongo = new MongoTemplate(CLIENT, "erasure");
    private final ErasedUsers users = on(KEY, NOON);
    private final String alice = "alice-" + UUID.randomUUID();
    private final String bob = "bob-" + UUID.randomUUID();

    @Test
    void knowsTheErasedAmongUsers() {
        // Given
        String tombstone = users.bury(alice);

        // When
        Map<String, String> erased = users.tombstonesOf(List.of(bob, alice, alice));

        // Then
        assertThat(erased).containsExactly(Map.entry(alice, tombstone));
    }

    @Test
    void buriesAUserOnceHoweverManyReplicasTry() {
        // Given
        ErasedUsers replica = on(KEY, NOON);

        // When
        List<String> made = IntStream.range(0, 16)
                .parallel()
                .mapToObj(attempt -> (attempt % 2 == 0 ? users : replica).bury(alice))
                .distinct()
                .toList();

        // Then
        assertThat(made).singleElement().asString().matches("erased-[0-9a-f]{32}");
        assertThat(replica.tombstonesOf(List.of(alice))).containsEntry(alice, made.getFirst());
    }

    @Test
    void givesNoTwoUsersOneTombstone() {
        // Given
        String former = users.bury(alice);

        // When
        String tombstone = users.bury(bob);

        // Then
        assertThat(tombstone).isNotEqualTo(former);
    }

    @Test
    void storesNobodysId() {
        // When
        String tombstone = users.bury(alice);

        // Then
        Document stored = stored(tombstone);
        assertThat(stored.toJson()).doesNotContain(alice);
        assertThat(stored.getString("_id")).isEqualTo(new KeyedHash(KEY.getBytes(UTF_8)).of(alice));
        assertThat(stored).containsOnlyKeys("_id", "tombstone", "at");
    }

    @Test
    void remembersSinceWhen() {
        // Given
        String tombstone = users.bury(alice);

        // When
        on(KEY, NOON.plus(1, ChronoUnit.DAYS)).bury(alice);

        // Then
        assertThat(stored(tombstone).getDate("at")).isEqualTo(Date.from(NOON));
    }

    @Test
    void knowsNobodyUnderAnotherKey() {
        // Given
        users.bury(alice);

        // When
        Map<String, String> erased = on("another-" + KEY, NOON).tombstonesOf(List.of(alice));

        // Then
        assertThat(erased).isEmpty();
    }

    private ErasedUsers on(String key, Instant now) {
        return new ErasedUsers(mongo, new KeyedHash(key.getBytes(UTF_8)), InstantSource.fixed(now));
    }

    private Document stored(String tombstone) {
        return mongo.getCollection("erased")
                .find(new Document("tombstone", tombstone))
                .first();
    }
}
