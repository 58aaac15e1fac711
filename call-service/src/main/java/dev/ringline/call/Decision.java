package dev.ringline.call;

import java.util.List;

/** The whole outcome of a command: nothing can be saved without being told, or told without being saved. */
public sealed interface Decision {

    /**
     * The call changes.
     *
     * @param next one version higher, its sequence higher by the number of facts
     */
    record Accepted(Call next, List<CallFact> facts) implements Decision {

        public Accepted {
            facts = List.copyOf(facts);
        }

        static Accepted of(Call next, CallFact... facts) {
            return new Accepted(next.numbered(facts.length), List.of(facts));
        }
    }

    /** A repeat, or something that no longer matters: answer with the call as it is. */
    record Unchanged(Call current) implements Decision {}

    /** Not now, or not by this side. */
    record Refused(Refusal refusal, Call current) implements Decision {}

    /** Why not. */
    enum Refusal {
        WRONG_SIDE,
        CALL_ENDED,
        CALL_ANSWERED,
        ANSWERED_ELSEWHERE,
        ALREADY_IN_CALL,
        IDEMPOTENCY_KEY_REUSED
    }
}
