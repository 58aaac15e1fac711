package dev.ringline.duework;

import org.bson.Document;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Refuses a standalone MongoDB: there a majority means nothing and an acknowledged write can be lost in a crash. */
final class ReplicaSetCheck implements SmartInitializingSingleton {

    private final MongoTemplate mongo;

    ReplicaSetCheck(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Document hello = mongo.getDb().runCommand(new Document("hello", 1));
        boolean replicaSet = hello.containsKey("setName");
        boolean sharded = "isdbgrid".equals(hello.getString("msg"));
        if (!replicaSet && !sharded) {
            throw new IllegalStateException(
                    "MongoDB is a standalone server: run it as a replica set (one member is enough on a laptop)");
        }
    }
}
