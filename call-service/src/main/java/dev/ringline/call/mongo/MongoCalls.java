package dev.ringline.call.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import dev.ringline.call.Call;
import dev.ringline.call.Call.Dial;
import dev.ringline.call.Call.Phase;
import dev.ringline.call.Calls;
import dev.ringline.call.Decision.Accepted;
import dev.ringline.duework.DocumentStore;
import dev.ringline.messaging.EncodedEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The calls in MongoDB. */
final class MongoCalls implements Calls {

    private static final Logger LOG = LoggerFactory.getLogger(MongoCalls.class);

    /** With the read before it, within what a request may take. */
    private static final long PROOF_MILLIS = 1_500;

    private static final String FIRST_ALERTING = "ringing.alertingDevices.0";
    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "createdAt", "_id");

    private final MongoTemplate mongo;
    private final DocumentStore<CallDocument> store;
    private final Function<Accepted, List<EncodedEvent>> events;
    private final InstantSource clock;

    MongoCalls(
            MongoTemplate mongo,
            DocumentStore<CallDocument> store,
            Function<Accepted, List<EncodedEvent>> events,
            InstantSource clock) {
        this.mongo = mongo;
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Stored insert(Accepted decision) {
        try {
            store.insert(CallMapping.toDocument(decision.next()), events.apply(decision));
            return Stored.YES;
        } catch (DuplicateKeyException e) {
            return Stored.IN_THE_WAY;
        }
    }

    @Override
    public Stored store(Accepted decision) {
        CallDocument next = CallMapping.toDocument(decision.next());
        try {
            return store.compareAndSet(next, next.version() - 1, events.apply(decision)) ? Stored.YES : Stored.LOST;
        } catch (DuplicateKeyException e) {
            return Stored.IN_THE_WAY;
        }
    }

    @Override
    public Optional<Call> find(String callId) {
        return store.find(callId).map(CallMapping::toCall);
    }

    @Override
    public Optional<Call> findProven(String callId) {
        try {
            return Optional.ofNullable(mongo.execute(CallDocument.class, calls -> findLinearizable(calls, callId)))
                    .map(found -> mongo.getConverter().read(CallDocument.class, found))
                    .map(CallMapping::toCall);
        } catch (DataAccessException e) {
            LOG.atWarn().addKeyValue("callId", callId).setCause(e).log("The present truth cannot be proven now");
            return Optional.empty();
        }
    }

    private static @Nullable Document findLinearizable(MongoCollection<Document> calls, String callId) {
        return calls.withReadConcern(ReadConcern.LINEARIZABLE)
                .withTimeout(PROOF_MILLIS, TimeUnit.MILLISECONDS)
                .find(Filters.eq("_id", callId))
                .first();
    }

    @Override
    public Optional<Call> findByDial(Dial dial) {
        return Optional.ofNullable(mongo.findOne(query(where("dials.key").is(dial.key())), CallDocument.class))
                .map(CallMapping::toCall);
    }

    @Override
    public List<Call> occupying(Collection<String> userIds) {
        return all(query(where("occupies").in(userIds)));
    }

    @Override
    public List<Call> ringingFor(String userId) {
        Criteria ringing = where("calleeId")
                .is(userId)
                .and("pairKey")
                .exists(true)
                .and("state")
                .is(CallMapping.RINGING);
        return all(query(ringing).with(NEWEST_FIRST));
    }

    @Override
    public List<Call> history(String userId, @Nullable Position position, int limit) {
        Criteria mine = where("participants").is(userId);
        Criteria page = position == null ? mine : new Criteria().andOperator(mine, before(position));
        return all(query(page).with(NEWEST_FIRST).limit(limit));
    }

    @Override
    public boolean hasUnheardRing(Duration patience) {
        Criteria unheard = where("pendingSince")
                .lte(clock.instant().minus(patience))
                .and("state")
                .is(CallMapping.RINGING)
                .and("pending.sequence")
                .is(1L);
        return mongo.exists(query(unheard), CallDocument.class);
    }

    @Override
    public Map<Phase, Long> countLive() {
        return Map.of(
                Phase.DIALING, count(CallMapping.RINGING, where(FIRST_ALERTING).exists(false)),
                Phase.ALERTING, count(CallMapping.RINGING, where(FIRST_ALERTING).exists(true)),
                Phase.CONNECTING, count(CallMapping.ONGOING, new Criteria()));
    }

    private long count(String state, Criteria further) {
        Criteria live = where("pairKey").exists(true).and("state").is(state);
        return mongo.count(query(new Criteria().andOperator(live, further)), CallDocument.class);
    }

    private static Criteria before(Position position) {
        return new Criteria()
                .orOperator(
                        where("createdAt").lt(position.createdAt()),
                        where("createdAt").is(position.createdAt()).and("_id").lt(position.callId()));
    }

    private List<Call> all(Query query) {
        return mongo.find(query, CallDocument.class).stream()
                .map(CallMapping::toCall)
                .toList();
    }
}
