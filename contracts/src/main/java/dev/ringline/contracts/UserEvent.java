package dev.ringline.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A fact about a user, told by call-service on {@link Topics#USER_EVENTS}. */
public sealed interface UserEvent extends Event {

    String userId();

    @Override
    default String subject() {
        return userId();
    }

    @Override
    default String key() {
        return userId();
    }

    /** Whoever holds data of the user erases it, and knows the id no more, not even from an older event. */
    record UserErased(String userId, long sequence, Instant at) implements UserEvent {

        public UserErased {
            requireNonNull(userId, "userId");
            requireNonNull(at, "at");
        }
    }

    /**
     * The user has looked at the missed calls.
     *
     * @param upTo calls that were missed later are unseen
     */
    record CallsSeen(String userId, long sequence, Instant upTo, Instant at) implements UserEvent {

        public CallsSeen {
            requireNonNull(userId, "userId");
            requireNonNull(upTo, "upTo");
            requireNonNull(at, "at");
        }
    }
}
