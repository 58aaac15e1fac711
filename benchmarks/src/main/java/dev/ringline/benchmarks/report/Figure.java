package dev.ringline.benchmarks.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure over all runs.
 *
 * @param values one per run, in their order
 */
public record Figure(
        String row,
        String name,
        Unit unit,
        List<Double> values,
        @Nullable Aim aim) {

    public Figure {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("%s of %s was never measured".formatted(name, row));
        }
    }

    /** The middle one; of an even number the mean of the middle two. */
    public double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public double worst() {
        boolean more = aim == null ? unit.moreIsBetter() : aim.moreIsBetter();
        return more
                ? values.stream().min(Double::compare).orElseThrow()
                : values.stream().max(Double::compare).orElseThrow();
    }

    /** {@code PASS}, {@code short of aim}, or nothing when there is no aim; the median decides. */
    public String verdict() {
        if (aim == null) {
            return "";
        }
        return aim.isReachedBy(median()) ? "PASS" : "short of aim";
    }

    String shownAim() {
        return aim == null ? "" : aim.show(unit);
    }
}
