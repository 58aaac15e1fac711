package dev.ringline.benchmarks.world;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;

/** Very many calls at once, past call-service. */
public final class Bulk {

    private static final int BATCH = 1_000;

    private Bulk() {}

    /** Inserts the calls with the numbers from 0 to {@code count} - 1. */
    public static void insert(MongoDatabase database, int count, IntFunction<Document> call) {
        MongoCollection<Document> calls =
                database.getCollection("calls").withWriteConcern(WriteConcern.W1.withJournal(false));
        IntStream.range(0, Math.ceilDiv(count, BATCH)).parallel().forEach(batch -> {
            List<Document> documents = IntStream.range(batch * BATCH, Math.min(count, (batch + 1) * BATCH))
                    .mapToObj(call)
                    .toList();
            calls.insertMany(documents, new InsertManyOptions().ordered(false));
        });
    }
}
