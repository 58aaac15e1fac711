package dev.ringline.duework;

import dev.ringline.duework.due.DueIndex;
import dev.ringline.messaging.EncodedEvent;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;

/** The outbox fields of a document, and pending events as they are stored in it. */
final class PendingEvents {

    static final String PENDING = "pending";

    /** When a sweeper should look; moved to lease the document. */
    static final String DUE = "pendingDue";

    /** Which claim of a sweep has it. */
    static final String CLAIM = DueIndex.claimOf(DUE);

    /** Since when the oldest pending event waits; never moved. */
    static final String SINCE = "pendingSince";

    static final String ID = "id";

    private PendingEvents() {}

    static List<Document> toBson(List<EncodedEvent> events) {
        return events.stream().map(PendingEvents::toBson).toList();
    }

    static List<EncodedEvent> in(Document document) {
        return document.getList(PENDING, Document.class, List.of()).stream()
                .map(PendingEvents::fromBson)
                .toList();
    }

    private static Document toBson(EncodedEvent event) {
        Document bson = new Document(ID, event.id())
                .append("type", event.type())
                .append("source", event.source())
                .append("subject", event.subject())
                .append("time", Date.from(event.time()))
                .append("sequence", event.sequence())
                .append("topic", event.topic())
                .append("key", event.key())
                .append("data", new Binary(event.data()));
        if (event.traceparent() != null) {
            bson.append("traceparent", event.traceparent());
        }
        return bson;
    }

    private static EncodedEvent fromBson(Document bson) {
        return new EncodedEvent(
                bson.getString(ID),
                bson.getString("type"),
                bson.getString("source"),
                bson.getString("subject"),
                bson.getDate("time").toInstant(),
                bson.getLong("sequence"),
                bson.getString("topic"),
                bson.getString("key"),
                bson.getString("traceparent"),
                bson.get("data", Binary.class).getData());
    }
}
