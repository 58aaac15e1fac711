package dev.ringline.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what the runs of all rows say. */
public final class Results {

    private final Map<Key, List<Sample>> samples = new LinkedHashMap<>();

    private record Key(String row, String figure) {}

    public void add(String row, List<Sample> run) {
        run.forEach(sample -> samples.computeIfAbsent(new Key(row, sample.figure()), key -> new ArrayList<>())
                .add(sample));
    }

    /** In the order in which they were first measured. */
    public List<Figure> figures() {
        return samples.entrySet().stream()
                .map(entry -> figure(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Figure figure(Key key, List<Sample> values) {
        Sample any = values.getFirst();
        return new Figure(
                key.row(),
                key.figure(),
                any.unit(),
                values.stream().map(Sample::value).toList(),
                any.aim());
    }
}
