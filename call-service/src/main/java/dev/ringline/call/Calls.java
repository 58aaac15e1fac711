package dev.ringline.call;

import dev.ringline.call.Call.Dial;
import dev.ringline.call.Decision.Accepted;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls as they are stored. Reads see what a majority has; a write stores a decision whole, with its events, and
 * answers only when a majority has it. A write whose outcome is not known throws, and nobody guesses: each command may be
 * repeated, and finds what it did the first time.
 */
public interface Calls {

    /** How a write went. */
    enum Stored {
        YES,
        /** Somebody wrote this call first: load and decide again. */
        LOST,
        /** Another call stands in the way: of the pair, of a user, or with the same idempotency key. */
        IN_THE_WAY
    }

    /** Stores a new call. */
    Stored insert(Accepted decision);

    /** Replaces the call if it is still one version behind the decision. */
    Stored store(Accepted decision);

    Optional<Call> find(String callId);

    /** The call, read so that no earlier truth can be taken for the present one; empty if that cannot be had now. */
    Optional<Call> findProven(String callId);

    Optional<Call> findByDial(Dial dial);

    /** The live calls that occupy any of the users: his own dial, or an ongoing call on either side. */
    List<Call> occupying(Collection<String> userIds);

    /** The calls that ring for the user, newest first. */
    List<Call> ringingFor(String userId);

    /** The user's calls, newest first, from the one before {@code position} on. */
    List<Call> history(String userId, @Nullable Position position, int limit);

    /** Whether a call still rings whose first event has waited to be published for longer than {@code patience}. */
    boolean hasUnheardRing(Duration patience);

    /** How many live calls are in each phase. */
    Map<Call.Phase, Long> countLive();

    /** A place in the history. */
    record Position(Instant createdAt, String callId) {}
}
