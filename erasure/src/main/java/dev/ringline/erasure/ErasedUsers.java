package dev.ringline.erasure;

import static java.util.Objects.requireNonNull;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

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

/**
 * The users who were erased, and the tombstone that stands in the place of each. They are kept in MongoDB by the keyed
 * hash of their ids: one who is asked about is recognised, and nobody's id can be read. Nobody ever leaves: an erased id
 * never comes back, not even when its owner does.
 *
 * <p>Who erases buries first, and then takes the id out of all that is kept. Who writes looks for tombstones before, and
 * once more after. So a writer who came too early to see the tombstone is seen by the erasure, or sees it at his second
 * look.
 */
public final class ErasedUsers {

    private static final int RANDOM_BYTES = 16;
    private static final FindAndModifyOptions UNLESS_THERE =
            FindAndModifyOptions.options().upsert(true).returnNew(true);

    private final MongoTemplate mongo;
    private final KeyedHash hash;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    ErasedUsers(MongoTemplate mongo, KeyedHash hash, InstantSource clock) {
        this.mongo = mongo;
        this.hash = hash;
        this.clock = clock;
    }

    /**
     * The tombstones of those among the users who were erased, by user id; one query.
     *
     * @throws org.springframework.dao.DataAccessException if MongoDB does not answer
     */
    public Map<String, String> tombstonesOf(Collection<String> userIds) {
        Map<String, String> users =
                userIds.stream().distinct().collect(Collectors.toMap(hash::of, Function.identity()));
        return mongo.find(query(where("_id").in(users.keySet())), TombstoneDocument.class).stream()
                .collect(Collectors.toMap(
                        erased -> requireNonNull(users.get(erased.id())), TombstoneDocument::tombstone));
    }

    /**
     * Remembers the user as erased, for good. Again, and by many at once, is harmless.
     *
     * @return the user's tombstone: {@code erased-} and 32 hexadecimal digits that tell nothing of the id; the same at
     *     every call
     * @throws org.springframework.dao.DataAccessException if MongoDB does not answer; the user may be buried all the same
     */
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
