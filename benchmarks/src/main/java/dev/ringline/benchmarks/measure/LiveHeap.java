package dev.ringline.benchmarks.measure;

import java.util.regex.Pattern;

/** What is left on the heap of another JVM when everything was collected that nobody can reach. */
public final class LiveHeap {

    /** Number, instances, bytes, class; the total below has no number. */
    private static final Pattern LINE = Pattern.compile("(?m)^ *\\d+: +\\d+ +(\\d+) +(\\S+)");

    /** What the collector puts where it leaves a gap, rather than move everything behind it. */
    private static final String FILLER = "jdk.internal.vm.Filler";

    private LiveHeap() {}

    /**
     * In bytes. The process collects all its garbage first, in two rounds, for some objects are let go only by the second.
     *
     * @param process not this one, which would stand still and could not read the answer
     */
    public static long of(ProcessHandle process) {
        Jcmd jcmd = new Jcmd(process);
        jcmd.tell("GC.run");
        return total(jcmd.tell("GC.class_histogram"));
    }

    /** The bytes of all classes of a histogram. */
    static long total(String histogram) {
        long total = LINE.matcher(histogram)
                .results()
                .filter(line -> !line.group(2).contains(FILLER))
                .mapToLong(line -> Long.parseLong(line.group(1)))
                .sum();
        if (total == 0) {
            throw new IllegalStateException("No histogram in what the JVM says of its heap");
        }
        return total;
    }
}
