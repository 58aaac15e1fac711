package dev.ringline.meeting.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.meeting.Provisionings;
import dev.ringline.meeting.ProvisioningsContract;
import dev.ringline.meeting.realtimekit.StandIn;
import dev.ringline.testkit.RealParts;
import java.time.Duration;
import java.util.ArrayList;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts
@ActiveProfiles("local")
class MongoProvisioningsIT implements ProvisioningsContract {

    private static final StandIn PROVIDER = StandIn.start();

    @Autowired
    private Provisionings provisionings;

    @Autowired
    private MongoTemplate mongo;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        PROVIDER.configure(properties);
    }

    @Override
    public Provisionings provisionings() {
        return provisionings;
    }

    @Test
    void forgetsJobsThatAreOverAndNoOthers() {
        // When
        Document index = retention();

        // Then
        assertThat(index)
                .containsEntry("key", new Document("endedAt", 1))
                .containsEntry("partialFilterExpression", new Document("endedAt", new Document("$exists", true)));
        assertThat(seconds(index)).isEqualTo(Duration.ofDays(40).toSeconds());
    }

    @Test
    void keepsThemAsLongAsTheLastSettingSays() {
        // Given
        ProvisioningRetention longer = new ProvisioningRetention(mongo, Duration.ofDays(50));

        // When
        longer.afterSingletonsInstantiated();

        // Then
        assertThat(seconds(retention())).isEqualTo(Duration.ofDays(50).toSeconds());
        new ProvisioningRetention(mongo, Duration.ofDays(40)).afterSingletonsInstantiated();
        assertThat(seconds(retention())).isEqualTo(Duration.ofDays(40).toSeconds());
    }

    private Document retention() {
        return mongo.getCollection("provisionings").listIndexes().into(new ArrayList<>()).stream()
                .filter(index -> ProvisioningRetention.INDEX.equals(index.get("name")))
                .findFirst()
                .orElseThrow();
    }

    private static long seconds(Document index) {
        return index.get("expireAfterSeconds", Number.class).longValue();
    }
}
