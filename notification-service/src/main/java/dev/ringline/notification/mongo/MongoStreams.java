package dev.ringline.notification.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.ringline.notification.rules.device.Streams;
import dev.ringline.notification.rules.erasure.PersonalData;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Streams on all replicas: this one's are ended at once, those of others when they {@linkplain #lookForOthers look} next.
 * Each replica ends what it serves when it first sees a log-out, and never again for the same one.
 */
public final class MongoStreams implements Streams, PersonalData, InitializingBean {

    /** More than clocks of replicas differ, and more than a write takes. */
    private static final Duration OVERLAP = Duration.ofSeconds(15);

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final long INDEX_CREATION_SECONDS = 60;

    private final MongoTemplate mongo;
    private final Streams here;
    private final InstantSource clock;
    private final String self = UUID.randomUUID().toString();
    private final ReentrantLock looking = new ReentrantLock();
    private Instant lookedAt;
    private Set<ObjectId> seen = new HashSet<>();

    /**
     * @param here what this replica serves
     */
    public MongoStreams(MongoTemplate mongo, Streams here, InstantSource clock) {
        this.mongo = mongo;
        this.here = here;
        this.clock = clock;
        this.lookedAt = clock.instant();
    }

    @Override
    public void afterPropertiesSet() {
        mongo.getDb()
                .withTimeout(INDEX_CREATION_SECONDS, TimeUnit.SECONDS)
                .getCollection(LogOutDocument.COLLECTION)
                .createIndex(
                        Indexes.ascending("at"),
                        new IndexOptions().name("retention").expireAfter(KEPT.toSeconds(), TimeUnit.SECONDS));
    }

    @Override
    public void end(String userId, @Nullable String deviceId) {
        mongo.insert(new LogOutDocument(new ObjectId(), self, userId, deviceId, clock.instant()));
        here.end(userId, deviceId);
    }

    /** Ends what was logged out on another replica. Does nothing while another thread looks. */
    public void lookForOthers() {
        if (!looking.tryLock()) {
            return;
        }
        try {
            look();
        } finally {
            looking.unlock();
        }
    }

    private void look() {
        Instant now = clock.instant();
        List<LogOutDocument> latest = mongo.find(
                query(where("at").gte(lookedAt.minus(OVERLAP)).and("by").ne(self)), LogOutDocument.class);
        latest.stream()
                .filter(logOut -> !seen.contains(logOut.id()))
                .forEach(logOut -> here.end(logOut.userId(), logOut.deviceId()));
        seen = latest.stream().map(LogOutDocument::id).collect(Collectors.toSet());
        lookedAt = now;
    }

    @Override
    public void forget(String userId, String tombstone) {
        mongo.remove(query(where("userId").is(userId)), LogOutDocument.class);
    }
}
