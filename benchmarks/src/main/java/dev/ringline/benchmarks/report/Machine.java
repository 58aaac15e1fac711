package dev.ringline.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Where figures were measured.
 *
 * @param load how many threads were busy or waiting on average in the last minute, 0 if the system does not tell
 */
public record Machine(int cores, long memoryMb, String system, String jdk, double load) {

    private static final long MEGABYTE = 1024L * 1024;

    /** This one, now. */
    public static Machine here() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                system.getAvailableProcessors(),
                system.getTotalMemorySize() / MEGABYTE,
                system.getName() + " " + system.getArch(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                Math.max(0, system.getSystemLoadAverage()));
    }
}
