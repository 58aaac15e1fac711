package dev.ringline.call.mongo;

import static java.util.Objects.requireNonNull;

import dev.ringline.call.CallService;
import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.CallCommand.Close;
import dev.ringline.call.rules.EndReason;
import java.util.List;

/** Carries out an erasure: in every call that the user had, and in all that is told of it, a tombstone takes his place. */
final class Burial {

    private static final int BATCH = 200;

    private final MongoUsers users;
    private final MongoCalls calls;
    private final MongoTimeline timeline;
    private final CallService service;

    Burial(MongoUsers users, MongoCalls calls, MongoTimeline timeline, CallService service) {
        this.users = users;
        this.calls = calls;
        this.timeline = timeline;
        this.service = service;
    }

    /**
     * Ends what began while the erasure was asked for, and goes on until no call is left; stopping in the middle loses
     * nothing.
     */
    void carryOut(UserDocument user) {
        String tombstone = requireNonNull(user.tombstone(), "tombstone");
        String userId = requireNonNull(user.erasing(), "erasing");
        calls.liveOf(userId).forEach(call -> service.apply(call.id(), new Close(EndReason.PARTICIPANT_REMOVED)));
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
