package dev.ringline.message.mongo;

import dev.ringline.erasure.ErasedUsers;
import dev.ringline.message.Tombstones;
import java.util.Collection;
import java.util.Map;

/** The tombstones of {@link ErasedUsers}. */
record MongoTombstones(ErasedUsers users) implements Tombstones {

    @Override
    public Map<String, String> of(Collection<String> userIds) {
        return users.tombstonesOf(userIds);
    }

    @Override
    public String bury(String userId) {
        return users.bury(userId);
    }
}
