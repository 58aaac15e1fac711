package dev.ringline.benchmarks.floor;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.annotation.ImportCandidates;

/** The floors, in a process like those of the services: Spring MVC and Spring Data without anything of ours. */
@SpringBootApplication
public class FloorApplication {

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(FloorApplication.class);
        application.setDefaultProperties(
                Map.of("spring.threads.virtual.enabled", "true", "spring.autoconfigure.exclude", notBare()));
        application.run(arguments);
    }

    /** What is on the class path for other reasons: our own parts, and whatever observes. */
    private static String notBare() {
        return ImportCandidates.load(AutoConfiguration.class, FloorApplication.class.getClassLoader())
                .getCandidates()
                .stream()
                .filter(name -> Stream.of("ringline", "kafka", "micrometer", "opentelemetry")
                        .anyMatch(name::contains))
                .collect(Collectors.joining(","));
    }
}
