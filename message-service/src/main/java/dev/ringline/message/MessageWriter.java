package dev.ringline.message;

/** Turns each ended call into exactly one message, however often its end is told. */
public final class MessageWriter {

    private final Messages messages;

    MessageWriter(Messages messages) {
        this.messages = messages;
    }

    /** Writes the line of the call unless it is there. */
    public Result write(EndedCall ended) {
        return messages.keep(ended.message(), ended.fingerprint())
                .map(former -> former.equals(ended.fingerprint()) ? Result.REPEATED : Result.CONFLICT)
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
