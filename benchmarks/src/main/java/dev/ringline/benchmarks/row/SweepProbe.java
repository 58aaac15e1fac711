package dev.ringline.benchmarks.row;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.ringline.benchmarks.load.Latencies;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** The question that a sweep asks of MongoDB when little or nothing is due, for every kind of due work of calls. */
final class SweepProbe {

    private static final List<String> DUE_FIELDS = List.of("nextDeadline", "leaseDue", "followUpDue", "pendingDue");
    private static final int BATCH = 250;

    private final MongoCollection<Document> calls;
    private final Latencies latencies = new Latencies();

    SweepProbe(MongoDatabase database) {
        this.calls = database.getCollection("calls").withReadConcern(ReadConcern.MAJORITY);
    }

    /** Asks once for each kind. */
    void sweep() {
        for (String field : DUE_FIELDS) {
            long begin = System.nanoTime();
            calls.find(Filters.lte(field, new Date()))
                    .sort(Sorts.descending(field))
                    .limit(BATCH)
                    .projection(Projections.include("_id"))
                    .into(new ArrayList<>());
            latencies.done(begin);
        }
    }

    Latencies latencies() {
        return latencies;
    }
}
