package dev.ringline.notification.rules.erasure;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Forgets users. The tombstone is there before anything goes, so that a writer who did not see it is seen here, and one
 * who is not seen here sees it.
 */
public final class Erasure {

    private final Tombstones tombstones;
    private final List<PersonalData> data;

    public Erasure(Tombstones tombstones, List<PersonalData> data) {
        this.tombstones = tombstones;
        this.data = List.copyOf(data);
    }

    /** What stands in the places of those among the users who were erased, by user id. */
    public Map<String, String> erasedAmong(Collection<String> userIds) {
        return tombstones.of(userIds);
    }

    /** Forgets the user. */
    public void erase(String userId) {
        String tombstone = tombstones.bury(userId);
        data.forEach(kept -> kept.forget(userId, tombstone));
    }
}
