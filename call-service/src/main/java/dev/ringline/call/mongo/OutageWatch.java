package dev.ringline.call.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.ringline.call.rules.Timers;
import dev.ringline.duework.SweepObserver;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Tells an outage of ours from devices that fell silent. Every sweep over the leases leaves its time in one document that
 * all replicas share. When no sweep was for long, or when devices fell silent in more calls at once than devices were heard
 * of in, it was us: then every lease counts a lease period longer, once, so that nobody is hung up on for what we missed.
 */
final class OutageWatch implements SweepObserver {

    private static final Logger LOG = LoggerFactory.getLogger(OutageWatch.class);

    private static final String COLLECTION = "sweeps";
    private static final String ID = "leases";
    private static final String AT = "at";
    private static final String EXTENDED_UNTIL = "extendedUntil";

    /** No sweep for so long is an outage. */
    private static final Duration GAP = Duration.ofSeconds(10);

    /** So many leases at once may be an outage. */
    private static final int MANY = 10;

    /** Within which those devices were heard of that are compared with those that fell silent. */
    private static final Duration AT_ONCE = Duration.ofMillis(500);

    private final MongoTemplate mongo;
    private final Timers timers;
    private final InstantSource clock;
    private volatile @Nullable Instant extendedUntil;

    OutageWatch(MongoTemplate mongo, Timers timers, InstantSource clock) {
        this.mongo = mongo;
        this.timers = timers;
        this.clock = clock;
    }

    /** Until when every lease counts; absent if we never were away. */
    @Nullable
    Instant extendedUntil() {
        return extendedUntil;
    }

    @Override
    public void swept(int due) {
        Instant now = clock.instant();
        Document last = mongo.findById(ID, Document.class, COLLECTION);
        extendedUntil = last == null ? null : instant(last, EXTENDED_UNTIL);
        if (last != null && (wasAway(last, now) || (due >= MANY && !isJustExtended(now) && isOurs(now)))) {
            extend(last, now);
        }
        touch(now);
    }

    private boolean isJustExtended(Instant now) {
        Instant until = extendedUntil;
        return until != null && now.isBefore(until.plus(timers.lease()));
    }

    private static boolean wasAway(Document last, Instant now) {
        Instant at = instant(last, AT);
        return at != null && Duration.between(at, now).compareTo(GAP) > 0;
    }

    /** Whether devices fell silent in more calls than devices were heard of in meanwhile. */
    private boolean isOurs(Instant now) {
        Bson unvouched = Filters.or(Filters.exists("caller.peers", false), Filters.exists("callee.peers", false));
        long silent = calls().countDocuments(Filters.and(Filters.lte("leaseDue", Date.from(now)), unvouched));
        return silent >= MANY && heardOf(now, silent) < silent;
    }

    /** In how many calls a device was just heard of, counted no further than {@code most}. */
    private long heardOf(Instant now, long most) {
        Date lately = Date.from(now.plus(timers.lease()).minus(AT_ONCE));
        Bson heard = Filters.or(Filters.gt("caller.aliveUntil", lately), Filters.gt("callee.aliveUntil", lately));
        CountOptions enough = new CountOptions().limit(Math.toIntExact(most));
        return calls().countDocuments(Filters.and(Filters.exists("pairKey"), heard), enough);
    }

    private MongoCollection<Document> calls() {
        return mongo.getCollection(mongo.getCollectionName(CallDocument.class));
    }

    /** Only one replica extends; the others take what it stored. */
    void extend(Document last, Instant now) {
        Instant until = now.plus(timers.lease());
        boolean first = sweeps().updateOne(
                                Filters.and(Filters.eq("_id", ID), Filters.eq(AT, last.getDate(AT))),
                                Updates.combine(
                                        Updates.set(EXTENDED_UNTIL, Date.from(until)), Updates.set(AT, Date.from(now))))
                        .getMatchedCount()
                > 0;
        if (first) {
            LOG.atWarn().addKeyValue("until", until).log("We were away: every lease counts longer, once");
        }
        Document stored = mongo.findById(ID, Document.class, COLLECTION);
        extendedUntil = stored == null ? null : instant(stored, EXTENDED_UNTIL);
    }

    private void touch(Instant now) {
        sweeps().updateOne(Filters.eq("_id", ID), Updates.max(AT, Date.from(now)), new UpdateOptions().upsert(true));
    }

    private MongoCollection<Document> sweeps() {
        return mongo.getCollection(COLLECTION);
    }

    private static @Nullable Instant instant(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
