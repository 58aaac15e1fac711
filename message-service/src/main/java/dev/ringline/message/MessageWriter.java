package dev.ringline.message;

/** Turns each ended call into exactly one message, however often its end is told, and whoever was erased meanwhile. */
public final class MessageWriter {

    private final Messages messages;
    private final Tombstones tombstones;

    MessageWriter(Messages messages, Tombstones tombstones) {
        this.messages = messages;
        this.tombstones = tombstones;
    }

    /**
     * Writes the line of the call unless it is there. Whoever was erased is looked up before, so that a late event brings
     * nobody back, and after, for an erasure in between may not have met the line.
     */
    public Result write(EndedCall ended) {
        Result result = keep(ended.without(tombstones.of(ended.users())));
        tombstones.of(ended.users()).forEach(messages::replaceUser);
        return result;
    }

    private Result keep(EndedCall ended) {
        return messages.keep(ended.message(), ended.fingerprint())
                .map(former -> former.contradicts(ended.fingerprint()) ? Result.CONFLICT : Result.REPEATED)
                .orElse(Result.WRITTEN);
    }

    /** What became of it. */
    public enum Result {
        WRITTEN,
        /** The same end was told before; its line stays. */
        REPEATED,
        /** Another end of the same call was told before; its line stays. */
        CONFLICT
    }
}
