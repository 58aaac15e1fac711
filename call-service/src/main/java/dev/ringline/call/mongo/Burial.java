package dev.ringline.call.mongo;

import static java.util.Objects.requireNonNull;

import dev.ringline.call.rules.Call;
import java.util.List;

/** Carries out an erasure: in every call that the user had, and in all that is told of it, a tombstone takes his place. */
final class Burial {

    private static final int BATCH = 200;

    private final MongoUsers users;
    private final MongoCalls calls;
    private final MongoTimeline timeline;

    Burial(MongoUsers users, MongoCalls calls, MongoTimeline timeline) {
        this.users = users;
        this.calls = calls;
        this.timeline = timeline;
    }

    /** Goes on until no call is left that has ended; stopping in the middle loses nothing. */
    void carryOut(UserDocument user) {
        String tombstone = requireNonNull(user.tombstone(), "tombstone");
        String userId = requireNonNull(user.erasing(), "erasing");
        List<Call> found = calls.endedOf(userId, BATCH);
        while (!found.isEmpty()) {
            for (Call call : found) {
                timeline.bury(call.id(), userId, tombstone);
                calls.bury(call, userId, tombstone);
            }
            found = calls.endedOf(userId, BATCH);
        }
        users.buried(user);
    }
}
