package dev.ringline.call.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.ringline.testkit.Infrastructure;
import java.util.ArrayList;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class CallIndexesIT {

    private final String database = "indexes-" + UUID.randomUUID();

    @AutoClose
    private final MongoClient client =
            MongoClients.create(Infrastructure.shared().mongodbUri(database));

    private final MongoTemplate mongo = new MongoTemplate(client, database);
    private final MongoCollection<Document> calls = mongo.getCollection(mongo.getCollectionName(CallDocument.class));

    @Test
    void makesWhatIsMissingAndLeavesWhatIsThere() {
        // Given
        new CallIndexes(mongo).afterPropertiesSet();

        // When
        new CallIndexes(mongo).afterPropertiesSet();

        // Then
        assertThat(calls.listIndexes().into(new ArrayList<>()))
                .extracting(index -> index.getString("name"))
                .contains("one-live-call-per-pair", "one-call-per-user", "one-call-per-dial", "history-participants");
    }

    @Test
    void startsWithASlowIndexInTheWay() {
        // Given
        calls.createIndex(Indexes.ascending("phase"), new IndexOptions().name("live-by-phase"));

        // When
        new CallIndexes(mongo).afterPropertiesSet();

        // Then
        assertThat(calls.listIndexes().into(new ArrayList<>()))
                .extracting(index -> index.getString("name"))
                .contains("live-by-phase", "history-conversationId");
    }

    @Test
    void doesNotStartWithoutWhatDecidesRaces() {
        // Given
        calls.createIndex(Indexes.ascending("occupies"), new IndexOptions().name("one-call-per-user"));

        // When / Then
        assertThatThrownBy(() -> new CallIndexes(mongo).afterPropertiesSet()).hasMessageContaining("one-call-per-user");
    }
}
