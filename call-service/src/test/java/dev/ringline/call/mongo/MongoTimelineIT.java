package dev.ringline.call.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.ringline.call.Timeline.Entry;
import dev.ringline.call.rules.CallFixtures;
import dev.ringline.testkit.Infrastructure;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class MongoTimelineIT {

    private final String database = "timeline-" + UUID.randomUUID();

    @AutoClose
    private final MongoClient client =
            MongoClients.create(Infrastructure.shared().mongodbUri(database));

    private final MongoTemplate mongo = new MongoTemplate(client, database);
    private final MongoTimeline timeline = new MongoTimeline(mongo);

    @Test
    void doesNotLearnTheIdOfAnErasedUserAgain() {
        // Given
        mongo.insert(UserDocument.unknown("bob").erased("bob", "erased-1", CallFixtures.NOON));
        Entry late = entry(Map.of("userId", "bob", "peerId", "p", "callerId", "alice"));

        // When
        timeline.note(List.of(late));

        // Then
        assertThat(timeline.of("call-1"))
                .containsExactly(entry(Map.of("userId", "erased-1", "peerId", "p", "callerId", "alice")));
    }

    @Test
    void putsATombstoneInThePlaceOfAUserInWhatItKnows() {
        // Given
        timeline.note(List.of(entry(Map.of("callerId", "alice", "calleeId", "bob"))));

        // When
        timeline.bury("call-1", "alice", "erased-2");

        // Then
        assertThat(timeline.of("call-1")).containsExactly(entry(Map.of("callerId", "erased-2", "calleeId", "bob")));
    }

    private static Entry entry(Map<String, Object> facts) {
        return new Entry("event-1", "call-1", CallFixtures.NOON, "/somebody", "something", 1, facts);
    }
}
