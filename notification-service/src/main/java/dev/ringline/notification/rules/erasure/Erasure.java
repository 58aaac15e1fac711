package dev.ringline.notification.rules.erasure;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /**
     * Does what keeps something of a user, unless he was erased. If that happens meanwhile, everything is forgotten once
     * more: the erasure may not have met what was written here.
     *
     * @return whether it is kept
     */
    public boolean unlessErased(String userId, Runnable write) {
        List<String> user = List.of(userId);
        if (!tombstones.of(user).isEmpty()) {
            return false;
        }
        boolean erased;
        try {
            write.run();
        } finally {
            erased = eraseSince(user, Set.of()); // a write that failed may have been made all the same
        }
        return !erased;
    }

    /**
     * Forgets those once more who were erased while something was written that tells of them.
     *
     * @param before who was known to be erased before the write
     * @return whether there was anybody
     */
    public boolean eraseSince(Collection<String> userIds, Set<String> before) {
        List<String> meanwhile = tombstones.of(userIds).keySet().stream()
                .filter(user -> !before.contains(user))
                .toList();
        meanwhile.forEach(this::erase);
        return !meanwhile.isEmpty();
    }

    /** Forgets the user. */
    public void erase(String userId) {
        String tombstone = tombstones.bury(userId);
        data.forEach(kept -> kept.forget(userId, tombstone));
    }
}
