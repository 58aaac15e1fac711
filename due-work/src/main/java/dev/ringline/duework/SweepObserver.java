package dev.ringline.duework;

/**
 * Watches the sweeps of one kind of due work. It may look at what was found before anything of it is done; if it throws,
 * the sweep is given up and repeated.
 */
public interface SweepObserver {

    /** Nobody watches. */
    SweepObserver NOBODY = _ -> {};

    /**
     * A sweep has looked and will now hand out what it found.
     *
     * @param due how many documents were found due
     */
    void swept(int due);
}
