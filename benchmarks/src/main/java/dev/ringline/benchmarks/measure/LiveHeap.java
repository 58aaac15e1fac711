package dev.ringline.benchmarks.measure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is left on the heap of another JVM when everything was collected that nobody can reach. */
public final class LiveHeap {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)\\s*$");

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

    /** The bytes in the last line of a class histogram. */
    static long total(String histogram) {
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new IllegalStateException("No total in what the JVM says of its heap");
        }
        return Long.parseLong(total.group(1));
    }
}
