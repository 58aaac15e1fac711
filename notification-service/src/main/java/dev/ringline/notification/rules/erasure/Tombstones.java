package dev.ringline.notification.rules.erasure;

import java.util.Collection;
import java.util.Map;

/**
 * Who was erased, and what stands in their place. Nobody's id can be read from it, and what is in it stays: an erased id
 * never comes back, not even when its owner does.
 */
public interface Tombstones {

    /** The tombstones of those among the users who were erased, by user id. */
    Map<String, String> of(Collection<String> userIds);

    /** The user's tombstone, which is made now unless there is one. */
    String bury(String userId);
}
