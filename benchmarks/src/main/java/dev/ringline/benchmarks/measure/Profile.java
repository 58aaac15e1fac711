package dev.ringline.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** What the methods of another JVM do with the processor, as the flight recorder samples it. */
public final class Profile {

    private static final String NAME = "bench";

    private static final Map<String, List<String>> LAYERS = layersByName();

    private final Jcmd process;
    private List<RecordedEvent> samples = List.of();

    private Profile(Jcmd process) {
        this.process = process;
    }

    public static Profile begin(ProcessHandle process) {
        Profile profile = new Profile(new Jcmd(process));
        profile.process.tell("JFR.start", "name=" + NAME, "settings=profile");
        return profile;
    }

    public void end() {
        try {
            Path file = Files.createTempFile("bench", ".jfr");
            process.tell("JFR.stop", "name=" + NAME, "filename=" + file);
            samples = RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals("jdk.ExecutionSample"))
                    .filter(event -> event.getStackTrace() != null)
                    .toList();
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("No recording of " + process, e);
        }
        if (samples.isEmpty()) {
            throw new IllegalStateException("The recording of " + process + " is empty");
        }
    }

    /** In how many of the samples something of this package was under way, 0 to 1. */
    public double share(String packageName) {
        return share(sample -> sample.getStackTrace().getFrames().stream()
                .anyMatch(frame -> type(frame).startsWith(packageName)));
    }

    /** Each sample counts for the layer that its innermost frames belong to; what belongs to none is left out. */
    public Map<String, Double> layers() {
        Map<String, Double> shares = new LinkedHashMap<>();
        LAYERS.keySet().forEach(layer -> shares.put(layer, share(sample -> layer.equals(layerOf(sample)))));
        return shares;
    }

    private double share(Predicate<RecordedEvent> wanted) {
        return samples.stream().filter(wanted).count() / (double) samples.size();
    }

    private static String layerOf(RecordedEvent sample) {
        return sample.getStackTrace().getFrames().stream()
                .flatMap(frame -> LAYERS.entrySet().stream()
                        .filter(layer -> layer.getValue().stream().anyMatch(type(frame)::startsWith))
                        .map(Map.Entry::getKey))
                .findFirst()
                .orElse("");
    }

    private static String type(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }

    private static Map<String, List<String>> layersByName() {
        Map<String, List<String>> layers = new LinkedHashMap<>();
        layers.put("Spring Security and JWT", List.of("org.springframework.security", "com.nimbusds"));
        layers.put("MongoDB's driver", List.of("com.mongodb", "org.bson"));
        layers.put("Spring Data", List.of("org.springframework.data"));
        layers.put("Spring MVC", List.of("org.springframework.web"));
        layers.put("Tomcat", List.of("org.apache.catalina", "org.apache.coyote", "org.apache.tomcat"));
        layers.put("JSON", List.of("tools.jackson"));
        layers.put("metrics and traces", List.of("io.micrometer", "io.opentelemetry"));
        layers.put("limits", List.of("io.github.bucket4j", "com.github.benmanes", "dev.ringline.call.limits"));
        layers.put("call-service", List.of("dev.ringline"));
        return layers;
    }
}
