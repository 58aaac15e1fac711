package dev.ringline.message.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ExplainVerbosity;
import dev.ringline.message.Calls;
import dev.ringline.message.Messages;
import dev.ringline.message.MessagesContract;
import dev.ringline.message.running.RunningService;
import java.time.Duration;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

@RunningService
class MongoMessagesIT extends MessagesContract {

    @Autowired
    Messages messages;

    @Autowired
    MongoTemplate mongo;

    private final String test = UUID.randomUUID().toString();

    @Override
    protected Messages messages() {
        return messages;
    }

    @Test
    void readsOneDocumentMoreThanItShowsAtMostHoweverManyThereAre() {
        // Given
        keepMany(40);
        Messages.Selection secondPage = new Messages.Selection(
                "alice-" + test,
                null,
                Calls.missed("call-20-" + test)
                        .later(Duration.ofMinutes(20))
                        .message()
                        .position(),
                5);

        // When
        Document statistics = explain(secondPage);

        // Then
        assertThat(statistics.getInteger("nReturned")).isEqualTo(5);
        assertThat(statistics.getInteger("totalDocsExamined")).isLessThanOrEqualTo(6);
        assertThat(statistics.toJson()).doesNotContain("\"SORT\"", "COLLSCAN");
    }

    @Test
    void readsOneConversationByAnIndexOfItsOwn() {
        // Given
        keepMany(40);
        Messages.Selection one = new Messages.Selection("alice-" + test, "c-7-" + test, null, 5);

        // When
        Document statistics = explain(one);

        // Then
        assertThat(statistics.getInteger("nReturned")).isEqualTo(1);
        assertThat(statistics.getInteger("totalDocsExamined")).isEqualTo(1);
        assertThat(statistics.toJson()).doesNotContain("\"SORT\"", "COLLSCAN");
    }

    @Test
    void storesNoClassNames() {
        // Given
        Calls call = Calls.completed("call-" + test, 125);

        // When
        call.keptBy(messages);

        // Then
        assertThat(mongo.getCollection("messages")
                        .find(new Document("_id", "call-" + test))
                        .first()
                        .toJson())
                .doesNotContain("_class");
    }

    private void keepMany(int count) {
        for (int i = 0; i < count; i++) {
            Calls.missed("call-%d-%s".formatted(i, test))
                    .between("alice-" + test, "bob-" + test)
                    .in("c-%d-%s".formatted(i, test))
                    .later(Duration.ofMinutes(i))
                    .keptBy(messages);
        }
    }

    private Document explain(Messages.Selection selection) {
        Bson query = MongoMessages.page(selection).getQueryObject();
        Document plan = mongo.getCollection("messages")
                .find(query)
                .sort(MongoMessages.page(selection).getSortObject())
                .limit(selection.limit())
                .explain(ExplainVerbosity.EXECUTION_STATS);
        return plan.get("executionStats", Document.class);
    }
}
