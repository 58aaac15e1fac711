package dev.ringline.benchmarks.measure;

import java.time.Duration;

/** What a process has used of the cores up to a moment. */
public record Processor(ProcessHandle process, Duration used) {

    public static Processor of(ProcessHandle process) {
        return new Processor(process, read(process));
    }

    public double microsSince() {
        return read(process).minus(used).toNanos() / 1e3;
    }

    private static Duration read(ProcessHandle process) {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("This system does not tell what a process has used"));
    }
}
