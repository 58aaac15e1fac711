package dev.ringline.simulator.fault;

import java.time.Duration;

/** One way in which a request goes wrong. */
public sealed interface Fault {

    /**
     * 429; nothing is done.
     *
     * @param withBody whether the answer has a body (code 971) or is empty
     * @param retryAfter sent as {@code retry-after} and in {@code Ratelimit}, in whole seconds
     */
    record RateLimited(boolean withBody, Duration retryAfter) implements Fault {}

    /** The work is done at once, the answer waits. */
    record SlowAnswer(Duration delay) implements Fault {}

    /** The faults that need no further word. */
    enum Plain implements Fault {
        /** The gateway's error body with code 971 under status 200; nothing is done. */
        CODE_971_IN_200,
        /** A 502 with an HTML page; nothing is done. */
        HTML_502,
        /** A 520 with an HTML page; nothing is done. */
        HTML_520,
        /** A 200 whose JSON breaks off; nothing is done. */
        BROKEN_JSON,
        /** A 200 without a body; nothing is done. */
        EMPTY_BODY,
        /** A 200 whose {@code data} is of another type; nothing is done. */
        WRONG_SHAPE,
        /** A 200 whose body is 64 MiB long; nothing is done. */
        HUGE_BODY,
        /** A 200 whose body goes on until the client or the fault goes; nothing is done. */
        ENDLESS_BODY,
        /** A 404 although the thing is there; nothing is done. */
        NOT_FOUND,
        /** The connection is closed without a byte of an answer; nothing is done. */
        DOWN,
        /** The work is done, then the connection is closed without a byte of an answer. */
        RESET_AFTER_COMMIT
    }
}
