package dev.ringline.notification.push.webhook.job;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.ringline.notification.rules.erasure.PersonalData;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;

/** What is still to be sent of an erased user is sent no more. */
record WebhookErasure(MongoTemplate mongo) implements PersonalData {

    @Override
    public void forget(String userId, String tombstone) {
        Criteria his = new Criteria()
                .orOperator(
                        where("call.callerId").is(userId),
                        where("call.calleeId").is(userId),
                        where("message.message.participants").is(userId));
        mongo.updateMulti(
                query(his),
                new Update()
                        .unset("call")
                        .unset("message")
                        .unset(WebhookJob.DUE)
                        .set("outcome", "erased")
                        .inc("version", 1),
                WebhookJob.class);
    }
}
