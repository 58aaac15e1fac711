package dev.ringline.message.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.message.Tombstones;
import dev.ringline.message.TombstonesContract;
import dev.ringline.message.running.RunningService;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@RunningService
class MongoTombstonesIT extends TombstonesContract {

    @Autowired
    Tombstones tombstones;

    @Autowired
    MongoTemplate mongo;

    @Override
    protected Tombstones tombstones() {
        return tombstones;
    }

    @Test
    void storesNobodysId() {
        // Given
        String user = "carol-" + UUID.randomUUID();

        // When
        String tombstone = tombstones.bury(user);

        // Then
        Document stored = mongo.getCollection("erased")
                .find(new Document("tombstone", tombstone))
                .first();
        assertThat(stored.toJson()).doesNotContain(user);
        assertThat(stored.getString("_id")).hasSize(64);
        assertThat(stored).containsOnlyKeys("_id", "tombstone", "at");
    }
}
