package dev.ringline.benchmarks.measure;

import com.mongodb.client.MongoDatabase;
import dev.ringline.benchmarks.world.World;
import org.bson.Document;

/** How often a database was read so far, as mongod itself counts it. */
public final class StoreReads {

    private final Document totals;

    private StoreReads(Document totals) {
        this.totals = totals;
    }

    public static StoreReads now(World world) {
        MongoDatabase admin = world.rawDatabase("admin");
        return new StoreReads(admin.runCommand(new Document("top", 1)).get("totals", Document.class));
    }

    static StoreReads of(Document totals) {
        return new StoreReads(totals);
    }

    /** Finds, and the later pages of what they found, in all collections of this database. */
    public long in(String database) {
        return totals.keySet().stream()
                .filter(name -> name.startsWith(database + "."))
                .mapToLong(this::ofCollection)
                .sum();
    }

    /** The same in one collection, by its full name. */
    public long ofCollection(String name) {
        return totals.get(name) instanceof Document counts ? count(counts, "queries") + count(counts, "getmore") : 0;
    }

    private static long count(Document counts, String kind) {
        return counts.get(kind, Document.class).get("count", Number.class).longValue();
    }
}
