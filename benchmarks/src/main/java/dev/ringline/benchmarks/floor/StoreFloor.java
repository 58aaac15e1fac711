package dev.ringline.benchmarks.floor;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import org.bson.Document;

/** One document of a call's size, written by compare-and-set and acknowledged by a majority's journal. */
final class StoreFloor {

    private static final int DOCUMENTS = 2_000;
    private static final String FILLING = "x".repeat(900);
    private static final String VERSION = "version";

    private final MongoCollection<Document> documents;
    private final MongoCollection<Document> lines;
    private final AtomicLongArray versions = new AtomicLongArray(DOCUMENTS);

    private StoreFloor(MongoCollection<Document> documents, MongoCollection<Document> lines) {
        this.documents = documents;
        this.lines = lines;
    }

    static StoreFloor in(MongoDatabase database) {
        MongoCollection<Document> documents = database.getCollection("floor");
        documents.drop();
        List<Document> all = new ArrayList<>();
        for (int number = 0; number < DOCUMENTS; number++) {
            all.add(new Document("_id", number).append(VERSION, 0L).append("filling", FILLING));
        }
        documents.insertMany(all);
        return new StoreFloor(documents, database.getCollection("floorLines"));
    }

    /** No two writers may be at the same document at once: take numbers in turn. */
    void compareAndSet(int number) {
        int document = Math.floorMod(number, DOCUMENTS);
        long version = versions.get(document);
        swap(documents, document, version);
        versions.set(document, version + 1);
    }

    void insert(String id) {
        documents.insertOne(new Document("_id", id).append(VERSION, 0L).append("filling", FILLING));
    }

    void change(String id, long version) {
        swap(documents, id, version);
    }

    void insertLine(String id) {
        lines.insertOne(new Document("_id", id).append("filling", FILLING));
    }

    private static void swap(MongoCollection<Document> documents, Object id, long version) {
        Document before = documents.findOneAndUpdate(
                Filters.and(Filters.eq("_id", id), Filters.eq(VERSION, version)), Updates.set(VERSION, version + 1));
        if (before == null) {
            throw new IllegalStateException("Somebody else wrote document " + id);
        }
    }
}
