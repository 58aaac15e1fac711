package dev.ringline.notification.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.ringline.notification.LiveCall.End;
import dev.ringline.notification.LiveCall.Status;
import dev.ringline.notification.rules.user.MissedCalls;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/** Missed calls, as the projection remembers them. */
final class MongoMissedCalls implements MissedCalls {

    private final MongoTemplate mongo;

    MongoMissedCalls(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Instant> last(String callerId, String calleeId) {
        Query query = query(where("knownTo")
                        .is(calleeId)
                        .and("end.at")
                        .exists(true)
                        .and("callee.userId")
                        .is(calleeId)
                        .and("caller.userId")
                        .is(callerId)
                        .and("status")
                        .is(Status.MISSED))
                .with(Sort.by(Sort.Direction.DESC, "end.at"))
                .limit(1);
        return mongo.find(query, LiveCallDocument.class).stream()
                .flatMap(call -> Stream.ofNullable(call.end()))
                .map(End::at)
                .findFirst();
    }
}
