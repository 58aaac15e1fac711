package dev.ringline.local.part;

import java.util.Optional;

/** Something of the stack that runs or does not. */
public interface Part {

    String name();

    /** Where it is reached, for people. */
    String address();

    /**
     * Returns when it is ready to be used.
     *
     * @throws IllegalStateException with a sentence, and the last lines of its log if it has one
     */
    void start();

    /** Ends it in good order; does nothing when it does not run. */
    void stop();

    /** Its process, if it runs in one of its own. */
    Optional<ProcessHandle> process();
}
