package dev.ringline.notification;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call as its last known event tells it.
 *
 * @param version counts the writes of the call; clients order by it
 * @param sequence counts the events of the call; a higher one always wins
 * @param phase the finer step within the status, as clients read it
 * @param media {@code audio} or {@code video}
 * @param silent the callee must not learn of this call
 * @param ringDeadline devices fall silent by themselves at this moment; absent where the event does not repeat it
 * @param waiting whether the callee is in another call; absent where the event does not repeat it
 * @param end present once the call is over
 * @param at when the event happened
 */
public record LiveCall(
        String callId,
        long version,
        long sequence,
        Status status,
        String phase,
        String media,
        Side caller,
        Side callee,
        String conversationId,
        boolean silent,
        @Nullable Instant ringDeadline,
        @Nullable Boolean waiting,
        @Nullable End end,
        Instant at) {

    public LiveCall {
        requireNonNull(callId, "callId");
        requireNonNull(status, "status");
        requireNonNull(phase, "phase");
        requireNonNull(media, "media");
        requireNonNull(caller, "caller");
        requireNonNull(callee, "callee");
        requireNonNull(conversationId, "conversationId");
        requireNonNull(at, "at");
    }

    /** Where a call stands; the last four are terminal. */
    public enum Status {
        RINGING,
        ONGOING,
        COMPLETED,
        MISSED,
        DECLINED,
        FAILED;

        /** As clients read it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One of the two users.
     *
     * @param deviceId the device that holds the call for this user, absent while none does
     */
    public record Side(String userId, @Nullable String deviceId) {

        Side replacing(Map<String, String> users) {
            return new Side(users.getOrDefault(userId, userId), deviceId);
        }
    }

    /**
     * How it ended.
     *
     * @param byUser a user id, or {@code system}
     * @param byDevice absent when no device ended it
     */
    public record End(
            String reason, String byUser, @Nullable String byDevice, Instant at) {

        End replacing(Map<String, String> users) {
            return new End(reason, users.getOrDefault(byUser, byUser), byDevice, at);
        }
    }

    /** The users who may know of this call. */
    public List<String> knownTo() {
        return silent ? List.of(caller.userId()) : List.of(caller.userId(), callee.userId());
    }

    /** This call with other ids in the places of some users. */
    LiveCall replacing(Map<String, String> users) {
        return users.isEmpty()
                ? this
                : new LiveCall(
                        callId,
                        version,
                        sequence,
                        status,
                        phase,
                        media,
                        caller.replacing(users),
                        callee.replacing(users),
                        conversationId,
                        silent,
                        ringDeadline,
                        waiting,
                        end == null ? null : end.replacing(users),
                        at);
    }

    /** Whether it was answered or is over. */
    public boolean ringsNoMore() {
        return status != Status.RINGING;
    }

    boolean isCallee(String userId) {
        return callee.userId().equals(userId);
    }

    Side sideOf(String userId) {
        return isCallee(userId) ? callee : caller;
    }

    boolean ringsAt(Instant now) {
        return status == Status.RINGING && ringDeadline != null && now.isBefore(ringDeadline);
    }

    boolean isOverSince(Instant moment) {
        return end != null && !end.at().isAfter(moment);
    }

    /** This call with what only earlier events told. */
    LiveCall recalling(@Nullable LiveCall earlier) {
        return earlier == null
                ? this
                : new LiveCall(
                        callId,
                        version,
                        sequence,
                        status,
                        phase,
                        media,
                        caller,
                        callee,
                        conversationId,
                        silent,
                        ringDeadline == null ? earlier.ringDeadline : ringDeadline,
                        waiting == null ? earlier.waiting : waiting,
                        end,
                        at);
    }

    /** Of two accounts of one call the one that knows more. */
    static LiveCall newest(LiveCall one, LiveCall other) {
        return one.sequence >= other.sequence ? one.recalling(other) : other.recalling(one);
    }
}
