package dev.ringline.call.http;

/** The conversation of two users who name none: the same in both directions. */
final class Conversations {

    private Conversations() {}

    static String ofPair(String one, String other) {
        return one.compareTo(other) <= 0
                ? "pair-" + IdempotencyKeys.hash(one, other)
                : "pair-" + IdempotencyKeys.hash(other, one);
    }
}
