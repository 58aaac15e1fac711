package dev.ringline.call;

import java.time.Instant;

/** What is kept of users beside their calls: up to when they have seen what they missed, and that they were erased. */
public interface Users {

    /** Up to when the user has seen what he missed; the beginning of time if he never looked. */
    Instant seenUpTo(String userId);

    /** The user has seen what he missed up to then. It never goes back. */
    void markSeen(String userId, Instant upTo);

    /** The user is to be erased, which is told at once and carried out as due work. */
    void erase(String userId);

    /** What is told of a user. */
    sealed interface Fact {

        String userId();

        long sequence();

        record Seen(String userId, long sequence, Instant upTo, Instant at) implements Fact {}

        record Erased(String userId, long sequence, Instant at) implements Fact {}
    }
}
