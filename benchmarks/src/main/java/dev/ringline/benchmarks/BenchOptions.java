package dev.ringline.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param rows their names; empty for all
 * @param json where the figures go; absent for the usual place
 */
record BenchOptions(
        boolean quick,
        int runs,
        List<String> rows,
        @Nullable Path json) {

    private static final int USUAL_RUNS = 5;

    BenchOptions {
        rows = List.copyOf(rows);
    }

    /** @throws IllegalArgumentException with one sentence */
    static BenchOptions parse(List<String> arguments, Set<String> known) {
        boolean quick = false;
        int runs = 0;
        List<String> rows = new ArrayList<>();
        Path json = null;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            switch (argument) {
                case "--quick" -> quick = true;
                case "--runs" -> runs = number(value(argument, rest));
                case "--json" -> json = Path.of(value(argument, rest));
                default -> rows.add(known(argument, known));
            }
        }
        return new BenchOptions(quick, runs > 0 ? runs : usualRuns(quick), rows, json);
    }

    boolean wants(String row) {
        return rows.isEmpty() || rows.contains(row);
    }

    private static int usualRuns(boolean quick) {
        return quick ? 1 : USUAL_RUNS;
    }

    private static String known(String argument, Set<String> known) {
        if (!known.contains(argument)) {
            throw new IllegalArgumentException("bench takes --quick, --runs N, --json FILE and rows (%s), not %s."
                    .formatted(String.join(", ", known), argument));
        }
        return argument;
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value.");
        }
        return rest.next();
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("--runs needs a number from 1 to 9999, not " + text + ".");
        }
        return Integer.parseInt(text);
    }
}
