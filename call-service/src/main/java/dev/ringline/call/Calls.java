package dev.ringline.call;

import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.Call.Dial;
import dev.ringline.call.rules.Call.Status;
import dev.ringline.call.rules.CallRules.DialRequest;
import dev.ringline.call.rules.Decision.Accepted;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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

    /**
     * Stores a new call.
     *
     * @param beforeTelling runs when a majority has the call and nothing of it is told yet; false if its events were told
     *     meanwhile
     */
    Stored insert(Accepted decision, BooleanSupplier beforeTelling);

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

    /** The user's live calls, those included that he may not know of. */
    List<Call> liveOf(String userId);

    /** The calls that the filter lets through, newest first, from the one before {@code position} on. */
    List<Call> history(Filter filter, @Nullable Position position, int limit);

    /** How many calls the user missed after {@code since}; the largest number told is {@value #MOST_MISSED}. */
    long countMissed(String userId, Instant since);

    /** Whether the pair's last meeting for this media has tokens that are good until then. */
    boolean hasUsableTokens(DialRequest request, Instant until);

    /** Whether a call still rings whose first event has waited to be published for longer than {@code patience}. */
    boolean hasUnheardRing(Duration patience);

    /** How many live calls are in each phase. */
    Map<Call.Phase, Long> countLive();

    int MOST_MISSED = 1_000;

    /**
     * Which of a user's calls.
     *
     * @param status absent: all
     * @param with the other side; absent: everybody
     * @param conversationId absent: all
     */
    record Filter(
            String userId,
            @Nullable Status status,
            @Nullable String with,
            @Nullable String conversationId) {

        /** All calls of the user. */
        public static Filter of(String userId) {
            return new Filter(userId, null, null, null);
        }
    }

    /** A place in the history. */
    record Position(Instant createdAt, String callId) {}
}
