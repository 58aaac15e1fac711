package dev.ringline.message.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.message.running.RunningService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@RunningService
class MessageRetentionIT {

    @Autowired
    MongoTemplate mongo;

    @AfterEach
    void keepForGood() {
        new MessageRetention(mongo, null).afterSingletonsInstantiated();
    }

    @Test
    void deletesNothingUnlessToldTo() {
        assertThat(retention()).isEmpty();
    }

    @Test
    void deletesByTheEndOfTheCall() {
        // When
        keep(Duration.ofDays(40));

        // Then
        assertThat(retention()).singleElement().satisfies(index -> {
            assertThat(index).containsEntry("key", new Document("at", 1));
            assertThat(seconds(index)).isEqualTo(Duration.ofDays(40).toSeconds());
        });
    }

    @Test
    void followsTheSetting() {
        // Given
        keep(Duration.ofDays(40));

        // When
        keep(Duration.ofDays(90));

        // Then
        assertThat(retention())
                .singleElement()
                .satisfies(index ->
                        assertThat(seconds(index)).isEqualTo(Duration.ofDays(90).toSeconds()));
    }

    @Test
    void deletesNoMoreWhenTheSettingIsGone() {
        // Given
        keep(Duration.ofDays(40));

        // When
        keepForGood();

        // Then
        assertThat(retention()).isEmpty();
    }

    private void keep(Duration duration) {
        new MessageRetention(mongo, duration).afterSingletonsInstantiated();
    }

    private List<Document> retention() {
        return mongo.getCollection("messages").listIndexes().into(new ArrayList<>()).stream()
                .filter(index -> MessageRetention.INDEX.equals(index.get("name")))
                .toList();
    }

    private static long seconds(Document index) {
        return index.get("expireAfterSeconds", Number.class).longValue();
    }
}
