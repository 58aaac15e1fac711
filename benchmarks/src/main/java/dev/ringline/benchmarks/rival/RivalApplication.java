package dev.ringline.benchmarks.rival;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A small service on our own parts that stores and tells in two ways. */
@SpringBootApplication
public class RivalApplication {

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(RivalApplication.class);
        application.setDefaultProperties(
                Map.of("spring.threads.virtual.enabled", "true", "spring.application.name", "rival"));
        application.run(arguments);
    }
}
