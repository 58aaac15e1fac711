package dev.ringline.notification.push.job;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.ringline.notification.rules.erasure.PersonalData;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/** Takes erased users out of the jobs: theirs go, and what others are told of them is told of nobody. */
final class JobErasure implements PersonalData {

    private final MongoTemplate mongo;

    JobErasure(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void forget(String userId, String tombstone) {
        mongo.remove(query(where("userId").is(userId)), Job.class);
        mongo.updateMulti(
                query(where("call.callerId").is(userId)),
                new Update()
                        .set("call.callerId", tombstone)
                        .unset("caller.displayName")
                        .unset("caller.avatarUrl")
                        .inc("version", 1),
                Job.class);
    }
}
