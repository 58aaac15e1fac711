package dev.ringline.call.http;

import org.jspecify.annotations.Nullable;

/** Decides in which conversation the line of a call will stand. */
final class Conversations {

    private final boolean trustCallers;

    /** @param trustCallers whether the conversation that a caller names is believed */
    Conversations(boolean trustCallers) {
        this.trustCallers = trustCallers;
    }

    /** The claimed conversation if claims are believed, else the pair's own, which is the same in both directions. */
    String of(String callerId, String calleeId, @Nullable String claimed) {
        if (claimed == null) {
            return derived(callerId, calleeId);
        }
        if (!trustCallers) {
            throw CallProblems.conversationNotTrusted();
        }
        return claimed;
    }

    private static String derived(String one, String other) {
        return one.compareTo(other) <= 0
                ? "pair-" + IdempotencyKeys.hash(one, other)
                : "pair-" + IdempotencyKeys.hash(other, one);
    }
}
