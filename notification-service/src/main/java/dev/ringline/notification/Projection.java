package dev.ringline.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What all replicas together know of live calls: survives them, and may lag behind a {@link Window} for a moment. */
public interface Projection {

    /**
     * Stores the call unless this or a later state of it is stored already.
     *
     * @return false if it is
     */
    boolean store(LiveCall call);

    /**
     * The calls that the user may know of and that are not over, or over only since {@code moment}; and those of
     * {@code callIds} whatever became of them, so that nobody believes an old account of a call that is over.
     */
    List<LiveCall> of(String userId, Instant moment, Collection<String> callIds);

    /** The call as far as it is stored, whatever became of it. */
    Optional<LiveCall> find(String callId);

    /** Per call id, the sequence that is stored; unknown calls are absent. */
    Map<String, Long> sequences(Collection<String> callIds);
}
