package dev.ringline.call;

/**
 * Others changed the call whenever this request was about to, or what they wrote cannot be seen yet. Nothing was done;
 * the same request may succeed in a moment.
 */
public final class UnsettledException extends RuntimeException {

    UnsettledException(String what) {
        super(what);
    }
}
