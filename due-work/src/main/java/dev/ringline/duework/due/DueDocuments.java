package dev.ringline.duework.due;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.springframework.data.mongodb.core.CollectionCallback;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Finds documents that are due, and keeps other replicas from them for a while. */
public final class DueDocuments {

    private static final String ID = "_id";

    private final MongoTemplate mongo;
    private final DueIndex index;
    private final InstantSource clock;

    public DueDocuments(MongoTemplate mongo, DueIndex index, InstantSource clock) {
        this.mongo = mongo;
        this.index = index;
        this.clock = clock;
    }

    /**
     * From both ends of a backlog: what fell due last, for somebody may still wait for it, and what has waited longest. So
     * neither hides the other, nor does work at one end that fails again and again hide the rest.
     *
     * @param most about as many as are wanted at most
     * @return ids, and since when they are due
     */
    public Map<Object, Date> due(int most) {
        int half = (most + 1) / 2;
        Map<Object, Date> due = due(Sorts.descending(index.field()), half);
        if (due.size() == half) {
            due.putAll(due(Sorts.ascending(index.field()), half));
        }
        return due;
    }

    private Map<Object, Date> due(Bson order, int limit) {
        return in(documents -> {
            Map<Object, Date> found = new LinkedHashMap<>();
            documents
                    .find(Filters.lte(index.field(), now()))
                    .sort(order)
                    .limit(limit)
                    .projection(new Document(index.field(), 1))
                    .forEach(document -> found.put(idOf(document), document.getDate(index.field())));
            return found;
        });
    }

    /** The document, if it is due. */
    public Optional<Document> look(Object id) {
        return in(documents -> Optional.ofNullable(documents.find(stillDue(id)).first()));
    }

    /** The document as it was before, due again after the lease; empty if it is not due, so that somebody else has it. */
    public Optional<Document> claim(Object id, Duration lease) {
        Bson leased = Updates.combine(Updates.set(index.field(), after(lease)), Updates.unset(index.claim()));
        return in(documents -> Optional.ofNullable(documents.findOneAndUpdate(stillDue(id), leased)));
    }

    /**
     * As {@link #claim(Object, Duration)} for many documents, in one write: those that carry the name of this claim
     * afterwards are nobody else's.
     *
     * @param due since when each is due
     * @return by id
     */
    public Map<Object, Document> claim(Map<Object, Date> due, Duration lease) {
        if (due.isEmpty()) {
            return Map.of();
        }
        Bson ids = Filters.in(ID, due.keySet());
        ObjectId claim = new ObjectId();
        Bson claimed = Updates.combine(Updates.set(index.field(), after(lease)), Updates.set(index.claim(), claim));
        return in(documents -> {
            documents.updateMany(Filters.and(ids, Filters.lte(index.field(), now())), claimed);
            Map<Object, Document> mine = new LinkedHashMap<>();
            documents
                    .find(Filters.and(ids, Filters.eq(index.claim(), claim)))
                    .forEach(found -> mine.put(idOf(found), found.append(index.field(), due.get(idOf(found)))));
            return mine;
        });
    }

    private static Object idOf(Document document) {
        return Objects.requireNonNull(document.get(ID), ID);
    }

    private Bson stillDue(Object id) {
        return Filters.and(Filters.eq(ID, id), Filters.lte(index.field(), now()));
    }

    private Date after(Duration lease) {
        return Date.from(clock.instant().plus(lease));
    }

    private Date now() {
        return Date.from(clock.instant());
    }

    private <T> T in(CollectionCallback<T> action) {
        return Objects.requireNonNull(mongo.execute(index.collection(), action));
    }
}
