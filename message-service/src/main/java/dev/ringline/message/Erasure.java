package dev.ringline.message;

/** Takes a user's id out of all messages. The tombstone in its place is the same everywhere, so conversations keep their shape. */
public final class Erasure {

    private final Messages messages;
    private final Tombstones tombstones;

    Erasure(Messages messages, Tombstones tombstones) {
        this.messages = messages;
        this.tombstones = tombstones;
    }

    /**
     * Erases a user. The tombstone is there before the first message is changed, so that a writer who did not see it is
     * seen here, and one who is not seen here sees it.
     *
     * @return how many messages were changed
     */
    public long erase(String userId) {
        return messages.replaceUser(userId, tombstones.bury(userId));
    }
}
