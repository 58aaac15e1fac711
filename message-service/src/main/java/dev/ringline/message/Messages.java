package dev.ringline.message;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the messages are kept. */
public interface Messages {

    /**
     * Keeps the message, and the duty to tell of it, unless there is one for its call already.
     *
     * @param source the event it was made from
     * @return empty if it is kept now; else what the message that stands there was made from
     */
    Optional<Fingerprint> keep(SystemMessage message, Fingerprint source);

    /** The message, if {@code participant} may see it. */
    Optional<SystemMessage> find(String messageId, String participant);

    /** Messages, newest first. */
    List<SystemMessage> list(Selection selection);

    /**
     * Puts the tombstone in the user's place in every message, and forgets what those were made from.
     *
     * @return how many messages were changed
     */
    long replaceUser(String userId, String tombstone);

    /**
     * Which messages.
     *
     * @param participant only what this user may see
     * @param conversationId only this conversation; null for all
     * @param before only what stands before this place; null for all
     * @param limit at most so many
     */
    record Selection(
            String participant,
            @Nullable String conversationId,
            @Nullable Position before,
            int limit) {}
}
