package dev.ringline.notification.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.ringline.notification.rules.erasure.PersonalData;
import dev.ringline.notification.rules.push.Connected;
import dev.ringline.notification.rules.push.Presence;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Presence in MongoDB: each replica tells in bulk, every now and then, whom it serves. Between two times it may be wrong
 * about a device; then its push comes a moment late, or beside what its stream tells.
 */
public final class MongoPresence implements Presence, PersonalData, InitializingBean {

    private static final Duration LASTS = Duration.ofSeconds(25);
    private static final Duration RENEWED_AFTER = Duration.ofSeconds(10);
    private static final long INDEX_CREATION_SECONDS = 60;

    private final MongoTemplate mongo;
    private final Supplier<Set<Connected>> here;
    private final InstantSource clock;
    private final String self = UUID.randomUUID().toString();
    private final ReentrantLock telling = new ReentrantLock();
    private Set<Connected> told = Set.of();
    private Instant renewed = Instant.EPOCH;

    /**
     * @param here whom this replica serves
     */
    public MongoPresence(MongoTemplate mongo, Supplier<Set<Connected>> here, InstantSource clock) {
        this.mongo = mongo;
        this.here = here;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        var documents = mongo.getDb()
                .withTimeout(INDEX_CREATION_SECONDS, TimeUnit.SECONDS)
                .getCollection(PresenceDocument.COLLECTION);
        documents.createIndex(Indexes.ascending("userId"), new IndexOptions().name("user"));
        documents.createIndex(
                Indexes.ascending("until"), new IndexOptions().name("retention").expireAfter(0L, TimeUnit.SECONDS));
    }

    @Override
    public Set<String> connected(String userId) {
        return mongo
                .find(query(where("userId").is(userId).and("until").gt(clock.instant())), PresenceDocument.class)
                .stream()
                .map(PresenceDocument::deviceId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Tells what has changed, and from time to time all. Does nothing while another thread tells. */
    public void tell() {
        if (!telling.tryLock()) {
            return;
        }
        try {
            tell(here.get(), clock.instant());
        } finally {
            telling.unlock();
        }
    }

    private void tell(Set<Connected> now, Instant at) {
        boolean all = !at.isBefore(renewed.plus(RENEWED_AFTER));
        Set<Connected> coming = new HashSet<>(now);
        if (!all) {
            coming.removeAll(told);
        }
        Set<Connected> going = new HashSet<>(told);
        going.removeAll(now);
        keep(coming, at.plus(LASTS));
        remove(going);
        told = Set.copyOf(now);
        renewed = all ? at : renewed;
    }

    private void keep(Collection<Connected> devices, Instant until) {
        if (devices.isEmpty()) {
            return;
        }
        var bulk = mongo.bulkOps(BulkMode.UNORDERED, PresenceDocument.class);
        devices.forEach(device -> bulk.upsert(
                query(where("_id").is(PresenceDocument.idOf(device))),
                new Update()
                        .set("userId", device.userId())
                        .set("deviceId", device.deviceId())
                        .set("by", self)
                        .set("until", until)));
        bulk.execute();
    }

    /** But for those that another replica serves meanwhile. */
    private void remove(Collection<Connected> devices) {
        List<String> ids = devices.stream().map(PresenceDocument::idOf).toList();
        if (!ids.isEmpty()) {
            mongo.remove(query(where("_id").in(ids).and("by").is(self)), PresenceDocument.class);
        }
    }

    @Override
    public void forget(String userId, String tombstone) {
        mongo.remove(query(where("userId").is(userId)), PresenceDocument.class);
    }
}
