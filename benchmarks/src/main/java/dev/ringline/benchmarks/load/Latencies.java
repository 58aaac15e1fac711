package dev.ringline.benchmarks.load;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long things took, from when they were to begin; any thread may add to it. */
public final class Latencies {

    private static final long HIGHEST_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final int DIGITS = 3;

    private final Histogram histogram;

    public Latencies() {
        this(new ConcurrentHistogram(HIGHEST_NANOS, DIGITS));
    }

    private Latencies(Histogram histogram) {
        this.histogram = histogram;
    }

    /** Something that was to begin at {@code intended} ({@link System#nanoTime}) is done now. */
    public void done(long intended) {
        add(System.nanoTime() - intended);
    }

    /** What took less than nothing, for two clocks that are a little apart, counts as nothing. */
    public void add(long nanos) {
        histogram.recordValue(Math.clamp(nanos, 0, HIGHEST_NANOS));
    }

    public void addAll(Latencies others) {
        histogram.add(others.histogram);
    }

    public long count() {
        return histogram.getTotalCount();
    }

    public double p50() {
        return percentile(50);
    }

    public double p99() {
        return percentile(99);
    }

    public double worst() {
        return percentile(100);
    }

    /** In milliseconds. */
    public double percentile(double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1e6;
    }

    /** As text, for another process. */
    public String encode() {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }

    public static Latencies decode(String text) {
        try {
            return new Latencies(Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(text)), HIGHEST_NANOS));
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("No latencies: " + text, e);
        }
    }
}
