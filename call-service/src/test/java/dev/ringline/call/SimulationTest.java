package dev.ringline.call;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Thousands of interleavings. A run that fails names its seed; {@code -Dsimulation.seed=…} plays it again.
 */
class SimulationTest {

    private static final Logger LOG = LoggerFactory.getLogger(SimulationTest.class);
    private static final int RUNS = 2_000;

    @Test
    void keepsEveryPromiseInEveryOrderOfSteps() {
        long first = Long.getLong("simulation.seed", new Random().nextLong());
        int runs = System.getProperty("simulation.seed") == null ? RUNS : 1;
        LOG.info("simulating {} runs from seed {}", runs, first);
        LongStream.range(first, first + runs).forEach(SimulationTest::run);
    }

    private static void run(long seed) {
        try {
            new Simulation(seed).run();
        } catch (Throwable e) {
            throw new AssertionError("-Dsimulation.seed=" + seed, e);
        }
    }
}
