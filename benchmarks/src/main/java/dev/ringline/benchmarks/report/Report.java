package dev.ringline.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that was measured, for programs.
 *
 * @param at when it began
 * @param commit of the source, {@code unknown} outside a working copy
 * @param runs how often each row was measured
 * @param quick true for a smoke test, whose figures say little
 */
public record Report(
        Instant at, String commit, Machine before, Machine after, int runs, boolean quick, List<Entry> figures) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** One figure; {@code values} has one number per run, {@code aim} and {@code verdict} are null without an aim. */
    public record Entry(
            String row,
            String figure,
            String unit,
            double median,
            double worst,
            List<Double> values,
            @Nullable String aim,
            @Nullable String verdict) {

        static Entry of(Figure figure) {
            boolean aimed = figure.aim() != null;
            return new Entry(
                    figure.row(),
                    figure.name(),
                    figure.unit().name().toLowerCase(Locale.ROOT),
                    figure.median(),
                    figure.worst(),
                    figure.values(),
                    aimed ? figure.shownAim() : null,
                    aimed ? figure.verdict() : null);
        }
    }

    public static List<Entry> entries(List<Figure> figures) {
        return figures.stream().map(Entry::of).toList();
    }

    public void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, JSON.writeValueAsString(this) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
