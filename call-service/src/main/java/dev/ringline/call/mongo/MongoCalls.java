package dev.ringline.call.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import dev.ringline.call.Calls;
import dev.ringline.call.mongo.CallDocument.Pair;
import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.Call.Dial;
import dev.ringline.call.rules.Call.Phase;
import dev.ringline.call.rules.CallRules.DialRequest;
import dev.ringline.call.rules.Decision.Accepted;
import dev.ringline.duework.DocumentStore;
import dev.ringline.messaging.EncodedEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** The calls in MongoDB. */
final class MongoCalls implements Calls {

    private static final Logger LOG = LoggerFactory.getLogger(MongoCalls.class);

    /** With the read before it, within what a request may take. */
    private static final long PROOF_MILLIS = 1_500;

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "createdAt", "_id");

    private final MongoTemplate mongo;
    private final DocumentStore<CallDocument> store;
    private final CallMapping mapping;
    private final Function<Accepted, List<EncodedEvent>> events;
    private final InstantSource clock;

    MongoCalls(
            MongoTemplate mongo,
            DocumentStore<CallDocument> store,
            CallMapping mapping,
            Function<Accepted, List<EncodedEvent>> events,
            InstantSource clock) {
        this.mongo = mongo;
        this.store = store;
        this.mapping = mapping;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Stored insert(Accepted decision, BooleanSupplier beforeTelling) {
        try {
            store.insert(mapping.toDocument(decision.next()), events.apply(decision), beforeTelling);
            return Stored.YES;
        } catch (DuplicateKeyException e) {
            return Stored.IN_THE_WAY;
        }
    }

    @Override
    public Stored store(Accepted decision) {
        CallDocument next = mapping.toDocument(decision.next());
        try {
            return store.compareAndSet(next, next.version() - 1, events.apply(decision)) ? Stored.YES : Stored.LOST;
        } catch (DuplicateKeyException e) {
            return Stored.IN_THE_WAY;
        }
    }

    @Override
    public Optional<Call> find(String callId) {
        return store.find(callId).map(mapping::toCall);
    }

    @Override
    public Optional<Call> findProven(String callId) {
        try {
            return Optional.ofNullable(mongo.execute(CallDocument.class, calls -> findLinearizable(calls, callId)))
                    .map(found -> mongo.getConverter().read(CallDocument.class, found))
                    .map(mapping::toCall);
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
                .map(mapping::toCall);
    }

    @Override
    public List<Call> occupying(Collection<String> userIds) {
        return all(query(where("occupies").in(userIds)));
    }

    @Override
    public List<Call> ringingFor(String userId) {
        Criteria ringing = where("calleeId")
                .is(userId)
                .and("silent")
                .is(false)
                .and("pairKey")
                .exists(true)
                .and("state")
                .is(CallMapping.RINGING);
        return all(query(ringing).with(NEWEST_FIRST));
    }

    @Override
    public List<Call> liveOf(String userId) {
        Criteria live = where("pairKey").exists(true);
        return Stream.concat(
                        all(query(where("occupies").is(userId))).stream(),
                        all(query(new Criteria()
                                        .andOperator(live, where("calleeId").is(userId))))
                                .stream())
                .distinct()
                .toList();
    }

    @Override
    public List<Call> history(Filter filter, @Nullable Position position, int limit) {
        List<Criteria> wanted = new ArrayList<>();
        wanted.add(where("participants").is(filter.userId()));
        if (filter.status() != null) {
            wanted.add(where("status").is(filter.status().name()));
        }
        if (filter.with() != null) {
            wanted.add(where("between").is(Pair.of(filter.userId(), filter.with())));
        }
        if (filter.conversationId() != null) {
            wanted.add(where("conversationId").is(filter.conversationId()));
        }
        if (position != null) {
            wanted.add(before(position));
        }
        return all(query(new Criteria().andOperator(wanted)).with(NEWEST_FIRST).limit(limit));
    }

    @Override
    public long countMissed(String userId, Instant since) {
        Criteria missed = where("calleeId").is(userId).and("missedAt").gt(since);
        return mongo.count(query(missed).limit(MOST_MISSED), CallDocument.class);
    }

    /** Some calls of the user that have ended, those included that he may not know of. */
    List<Call> endedOf(String userId, int limit) {
        Criteria mine = new Criteria()
                .orOperator(
                        where("participants").is(userId),
                        where("calleeId").is(userId).and("silent").is(true));
        Criteria ended = new Criteria().andOperator(mine, where("state").is(CallMapping.ENDED));
        return all(query(ended).limit(limit));
    }

    /** Stores a call that has ended as it was, with a tombstone in the place of the user. */
    void bury(Call ended, String userId, String tombstone) {
        Call buried = ended.buried(userId, tombstone);
        store.compareAndSet(mapping.toDocument(buried), ended.version(), List.of());
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
    public boolean hasUsableTokens(DialRequest request, Instant until) {
        Pair between = Pair.of(request.caller().userId(), request.calleeId());
        Criteria provisioned = where("between")
                .is(between)
                .and("media")
                .is(request.media().name())
                .and("meeting")
                .exists(true);
        CallDocument last = mongo.findOne(query(provisioned).with(NEWEST_FIRST).limit(1), CallDocument.class);
        return last != null
                && last.meeting() != null
                && last.meeting().seats().stream()
                        .allMatch(seat -> seat.expiresAt().isAfter(until));
    }

    @Override
    public Map<Phase, Long> countLive() {
        Aggregation byPhase = Aggregation.newAggregation(
                Aggregation.match(where("pairKey").exists(true).and("phase").exists(true)),
                Aggregation.group("phase").count().as("calls"));
        return mongo.aggregate(byPhase, CallDocument.class, Document.class).getMappedResults().stream()
                .collect(Collectors.toMap(
                        counted -> Phase.valueOf(counted.getString("_id")),
                        counted -> counted.get("calls", Number.class).longValue()));
    }

    private static Criteria before(Position position) {
        return new Criteria()
                .orOperator(
                        where("createdAt").lt(position.createdAt()),
                        where("createdAt").is(position.createdAt()).and("_id").lt(position.callId()));
    }

    private List<Call> all(Query query) {
        return mongo.find(query, CallDocument.class).stream()
                .map(mapping::toCall)
                .toList();
    }
}
