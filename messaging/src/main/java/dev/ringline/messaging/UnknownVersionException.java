package dev.ringline.messaging;

/** A known event in a version that this release cannot read: kept in the dead letters until a newer release can. */
public class UnknownVersionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownVersionException(String type) {
        super("This release does not know the event version " + type);
    }
}
