package dev.ringline.notification.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.notification.Projection;
import dev.ringline.notification.ProjectionContract;
import dev.ringline.notification.Story;
import dev.ringline.testkit.RealParts;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;

@RealParts
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "ringline.stream.keep-alive=1s")
class MongoProjectionIT extends ProjectionContract {

    @Autowired
    private Projection projection;

    @Autowired
    private MongoTemplate mongo;

    @Override
    protected Projection projection() {
        return projection;
    }

    @Test
    void removesOnlyWhatIsOver() {
        // Given
        projection.store(Story.begin().initiated().call());
        // When
        projection.store(Story.begin().cancelled().call());
        // Then
        var documents = mongo.findAll(Document.class, "liveCalls");
        assertThat(documents)
                .allSatisfy(document ->
                        assertThat(document.containsKey("expiresAt")).isEqualTo(document.containsKey("end")));
        assertThat(mongo.getCollection("liveCalls").listIndexes())
                .anySatisfy(index -> assertThat(index.get("expireAfterSeconds")).hasToString("0"));
    }
}
