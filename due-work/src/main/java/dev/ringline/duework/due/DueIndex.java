package dev.ringline.duework.due;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.concurrent.TimeUnit;

/**
 * The index over the documents on which something is due.
 *
 * @param field present only while something is due, so that the index holds nothing else
 */
public record DueIndex(String collection, String field) {

    /** A collection may be large when an index is new. */
    public static final long CREATION_SECONDS = 60;

    /** Waits until it is there. */
    public void create(MongoDatabase database) {
        database.withTimeout(CREATION_SECONDS, TimeUnit.SECONDS)
                .getCollection(collection)
                .createIndex(
                        Indexes.ascending(field),
                        new IndexOptions().name("due-" + field).partialFilterExpression(Filters.exists(field)));
    }

    /** The field that names the claim of many that has the document. */
    String claim() {
        return claimOf(field);
    }

    /** The same for the index over a field. */
    public static String claimOf(String field) {
        return field + "By";
    }

    @Override
    public String toString() {
        return collection + "." + field;
    }
}
