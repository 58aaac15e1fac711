package dev.ringline.notification.stream;

/** Ends a connection whose client does not read what it is sent. */
final class SlowReaderException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SlowReaderException() {
        super("The client does not read its stream", null, false, false);
    }
}
