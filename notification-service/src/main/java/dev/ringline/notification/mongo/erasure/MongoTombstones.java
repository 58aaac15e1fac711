package dev.ringline.notification.mongo.erasure;

import static java.util.Objects.requireNonNull;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.ringline.notification.rules.erasure.Tombstones;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/** Tombstones in MongoDB, by the keyed hash of the user's id. */
final class MongoTombstones implements Tombstones {

    private static final int RANDOM_BYTES = 16;
    private static final FindAndModifyOptions UNLESS_THERE =
            FindAndModifyOptions.options().upsert(true).returnNew(true);

    private final MongoTemplate mongo;
    private final KeyedHash hash;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    MongoTombstones(MongoTemplate mongo, KeyedHash hash, InstantSource clock) {
        this.mongo = mongo;
        this.hash = hash;
        this.clock = clock;
    }

    @Override
    public Map<String, String> of(Collection<String> userIds) {
        Map<String, String> users =
                userIds.stream().distinct().collect(Collectors.toMap(hash::of, Function.identity()));
        return mongo.find(query(where("_id").in(users.keySet())), TombstoneDocument.class).stream()
                .collect(Collectors.toMap(
                        erased -> requireNonNull(users.get(erased.id())), TombstoneDocument::tombstone));
    }

    @Override
    public String bury(String userId) {
        Update first = new Update().setOnInsert("tombstone", newTombstone()).setOnInsert("at", clock.instant());
        TombstoneDocument erased = mongo.findAndModify(
                query(where("_id").is(hash.of(userId))), first, UNLESS_THERE, TombstoneDocument.class);
        return requireNonNull(erased).tombstone();
    }

    private String newTombstone() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return "erased-" + HexFormat.of().formatHex(bytes);
    }
}
