package dev.ringline.benchmarks.measure;

import dev.ringline.benchmarks.report.Sample;
import dev.ringline.benchmarks.world.World;
import java.util.List;

/** One row of the table: some figures and the floors beside them. */
public interface Row {

    /** What it is called on the command line. */
    String name();

    /** Before the first run: what the row needs, and a warm-up. */
    void prepare(World world, Scale scale);

    /**
     * One run: the floors and what is measured against them, one after the other.
     *
     * @param number of the run, from 1
     */
    List<Sample> run(World world, Scale scale, int number);

    /** After the last run, even if one failed. */
    default void clear(World world) {}
}
