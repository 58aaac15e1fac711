package dev.ringline.call.rules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole outcome of a command: nothing can be saved without being told, or told without being saved. */
public sealed interface Decision {

    /**
     * The call changes.
     *
     * @param next one version higher, its sequence higher by the number of facts
     */
    record Accepted(Call next, List<Fact> facts) implements Decision {

        public Accepted {
            facts = List.copyOf(facts);
        }

        static Accepted of(Call next, Fact... facts) {
            return new Accepted(next.numbered(facts.length), List.of(facts));
        }
    }

    /** A repeat, or something that no longer matters: answer with the call as it is. */
    record Unchanged(Call current) implements Decision {}

    /** Evidence that must not count. Nothing changes, but somebody may wonder. */
    record Ignored(Call current, Why why) implements Decision {}

    /** Not now, or not by this side. */
    record Refused(Refusal refusal, Call current) implements Decision {}

    /** What a decision tells the world; each becomes one event with a sequence of its own. */
    sealed interface Fact {

        record Initiated() implements Fact {}

        /** @param deviceId absent when no device is to be told */
        record Alerting(@Nullable String deviceId, Instant at) implements Fact {}

        record Answered() implements Fact {}

        record Ready(Instant at) implements Fact {}

        record Waiting(Instant at) implements Fact {}

        record Connected(Instant at) implements Fact {}

        record Moved(String userId, String fromDevice, String toDevice, Instant at) implements Fact {}

        record EvidenceWanted(String meetingId, Instant at) implements Fact {}

        record Ended() implements Fact {}
    }

    /** Why evidence does not count. */
    enum Why {
        /** It was overtaken by a later word of the same source. */
        OUT_OF_ORDER,
        /** It tells of an earlier call of the pair. */
        OF_ANOTHER_CALL,
        /** Who left was never seen to join. */
        PHANTOM_LEAVE,
        /** The session ended, but a device of it is alive. */
        STILL_ALIVE,
        /** The call is over. */
        TOO_LATE
    }

    /** Why not. */
    enum Refusal {
        WRONG_SIDE,
        CALL_ENDED,
        CALL_ANSWERED,
        ANSWERED_ELSEWHERE,
        MOVED_ELSEWHERE,
        ALREADY_IN_CALL,
        IDEMPOTENCY_KEY_REUSED
    }
}
