package dev.ringline.duework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** A document to work on. */
@Document("things")
record Thing(
        @Id String id,
        long version,
        @Nullable String note,
        @Nullable Instant due) implements VersionedDocument {

    static Thing fresh(String id) {
        return new Thing(id, 1, null, null);
    }

    Thing next() {
        return new Thing(id, version + 1, note, due);
    }

    Thing noting(@Nullable String other) {
        return new Thing(id, version, other, due);
    }

    Thing due(@Nullable Instant at) {
        return new Thing(id, version, note, at);
    }
}
