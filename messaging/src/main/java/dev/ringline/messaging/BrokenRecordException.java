package dev.ringline.messaging;

import org.jspecify.annotations.Nullable;

/** The record itself is broken: no retry can help, it goes to the dead letters at once. */
public class BrokenRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenRecordException(String message) {
        this(message, null);
    }

    public BrokenRecordException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
