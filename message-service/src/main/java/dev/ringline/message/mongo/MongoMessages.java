package dev.ringline.message.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.Filters;
import dev.ringline.duework.DocumentStore;
import dev.ringline.message.Fingerprint;
import dev.ringline.message.Messages;
import dev.ringline.message.Position;
import dev.ringline.message.SystemMessage;
import dev.ringline.messaging.EncodedEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** Messages in MongoDB. Every question is one query that one index answers in order. */
final class MongoMessages implements Messages {

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "at", "_id");

    private static final int REPLACED_AT_ONCE = 500;

    private final MongoTemplate mongo;
    private final DocumentStore<MessageDocument> store;
    private final Function<SystemMessage, EncodedEvent> announcement;

    MongoMessages(
            MongoTemplate mongo,
            DocumentStore<MessageDocument> store,
            Function<SystemMessage, EncodedEvent> announcement) {
        this.mongo = mongo;
        this.store = store;
        this.announcement = announcement;
    }

    @Override
    public Optional<Fingerprint> keep(SystemMessage message, Fingerprint source) {
        try {
            store.insert(MessageDocument.of(message, source), List.of(announcement.apply(message)));
            return Optional.empty();
        } catch (DuplicateKeyException e) {
            return Optional.of(
                    store.find(message.messageId()).orElseThrow(() -> e).source());
        }
    }

    @Override
    public Optional<SystemMessage> find(String messageId, String participant) {
        Query one = query(where("_id").is(messageId).and("participants").is(participant));
        return Optional.ofNullable(mongo.findOne(one, MessageDocument.class)).map(MessageDocument::message);
    }

    @Override
    public List<SystemMessage> list(Selection selection) {
        return mongo.find(page(selection), MessageDocument.class).stream()
                .map(MessageDocument::message)
                .toList();
    }

    /** In batches: no single one may take longer than an operation may. */
    @Override
    public long replaceUser(String userId, String tombstone) {
        long replaced = 0;
        List<String> batch = naming(userId);
        while (!batch.isEmpty()) {
            replace(batch, new UserReplacement(userId, tombstone));
            replaced += batch.size();
            batch = naming(userId);
        }
        return replaced;
    }

    /** Of a silent call the callee is no participant. */
    private List<String> naming(String userId) {
        Query some = query(new Criteria()
                .orOperator(
                        where("participants").is(userId), where("call.calleeId").is(userId)));
        some.limit(REPLACED_AT_ONCE).fields().include("_id");
        return mongo.find(some, Document.class, MessageDocument.COLLECTION).stream()
                .map(message -> message.getString("_id"))
                .toList();
    }

    private void replace(List<String> messageIds, UserReplacement replacement) {
        mongo.execute(
                MessageDocument.COLLECTION,
                messages -> messages.updateMany(Filters.in("_id", messageIds), replacement.pipeline()));
    }

    static Query page(Selection selection) {
        return query(criteria(selection)).with(NEWEST_FIRST).limit(selection.limit());
    }

    private static Criteria criteria(Selection selection) {
        Criteria criteria = where("participants").is(selection.participant());
        if (selection.conversationId() != null) {
            criteria = criteria.and("conversationId").is(selection.conversationId());
        }
        return selection.before() == null ? criteria : before(criteria, selection.before());
    }

    /** The bound on the time alone is what the index can use; only messages of that very millisecond need the rest. */
    private static Criteria before(Criteria criteria, Position position) {
        return criteria.and("at")
                .lte(position.at())
                .orOperator(where("at").lt(position.at()), where("_id").lt(position.messageId()));
    }
}
