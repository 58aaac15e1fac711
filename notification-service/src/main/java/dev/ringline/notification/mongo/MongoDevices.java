package dev.ringline.notification.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.ringline.duework.DocumentStore;
import dev.ringline.notification.rules.device.DeviceStore;
import dev.ringline.notification.rules.device.UserDevices;
import dev.ringline.notification.rules.erasure.PersonalData;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Devices in MongoDB; a unique index sees to it that no two users share a token. */
final class MongoDevices implements DeviceStore, PersonalData, InitializingBean {

    private static final long INDEX_CREATION_SECONDS = 60;

    private final MongoTemplate mongo;
    private final DocumentStore<DevicesDocument> store;

    MongoDevices(MongoTemplate mongo, DocumentStore<DevicesDocument> store) {
        this.mongo = mongo;
        this.store = store;
    }

    @Override
    public void afterPropertiesSet() {
        mongo.getDb()
                .withTimeout(INDEX_CREATION_SECONDS, TimeUnit.SECONDS)
                .getCollection(DevicesDocument.COLLECTION)
                .createIndex(
                        Indexes.ascending(DevicesDocument.TOKENS),
                        new IndexOptions().name("one-holder").unique(true).sparse(true));
    }

    @Override
    public UserDevices of(String userId) {
        return store.find(userId).map(DevicesDocument::toDevices).orElseGet(() -> UserDevices.none(userId));
    }

    @Override
    public List<UserDevices> holdersOf(Collection<String> tokenHashes) {
        return mongo.find(query(where(DevicesDocument.TOKENS).in(tokenHashes)), DevicesDocument.class).stream()
                .map(DevicesDocument::toDevices)
                .toList();
    }

    @Override
    public boolean store(UserDevices next) {
        DevicesDocument document = DevicesDocument.of(next);
        try {
            if (next.version() == 1) {
                store.insert(document, List.of());
                return true;
            }
            return store.compareAndSet(document, next.version() - 1, List.of());
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    @Override
    public void forget(String userId, String tombstone) {
        mongo.remove(query(where("_id").is(userId)), DevicesDocument.class);
    }
}
