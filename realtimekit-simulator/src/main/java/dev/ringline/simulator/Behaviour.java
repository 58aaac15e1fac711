package dev.ringline.simulator;

import java.time.Duration;

/** The choices that tests may change while the simulator runs. Safe for use by several threads. */
public final class Behaviour {

    /** What adding a custom participant id does that the meeting already has. */
    public enum Duplicates {
        /** The participant there takes the new name, picture and preset, keeps its id, and gets a new token. */
        UPSERT,
        /** A second participant with the same custom id comes to be. */
        DUPLICATE,
        /** The request is refused with 409. */
        CONFLICT
    }

    private final Duplicates configuredDuplicates;
    private final Duration configuredLifetime;
    private volatile Duplicates duplicates;
    private volatile Duration tokenLifetime;

    public Behaviour(Duplicates duplicates, Duration tokenLifetime) {
        this.configuredDuplicates = duplicates;
        this.configuredLifetime = tokenLifetime;
        this.duplicates = duplicates;
        this.tokenLifetime = tokenLifetime;
    }

    public Duplicates duplicates() {
        return duplicates;
    }

    public Duration tokenLifetime() {
        return tokenLifetime;
    }

    public void treatDuplicatesAs(Duplicates duplicates) {
        this.duplicates = duplicates;
    }

    public void letTokensLive(Duration lifetime) {
        this.tokenLifetime = lifetime;
    }

    /** Back to what was configured. */
    public void reset() {
        duplicates = configuredDuplicates;
        tokenLifetime = configuredLifetime;
    }
}
