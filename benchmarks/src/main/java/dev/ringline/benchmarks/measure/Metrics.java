package dev.ringline.benchmarks.measure;

import dev.ringline.benchmarks.world.World;
import dev.ringline.local.Service;
import java.util.Map;

/** What a service tells of itself at a moment, in the text format of Prometheus. */
public final class Metrics {

    private final String text;

    Metrics(String text) {
        this.text = text;
    }

    public static Metrics of(World world, Service service) {
        return new Metrics(world.web(service).get("/actuator/prometheus", Map.of()));
    }

    /** The sum over all labels of this metric; 0 if there is none. */
    public double sum(String metric) {
        return text.lines()
                .filter(line -> line.startsWith(metric + " ") || line.startsWith(metric + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
