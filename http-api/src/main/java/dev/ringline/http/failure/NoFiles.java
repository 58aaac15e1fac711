package dev.ringline.http.failure;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Nobody sends us files. What says that it carries some is a body like any other, mostly of the wrong type; it is not taken
 * apart before a controller wants it. A service may say otherwise in its own configuration.
 */
final class NoFiles implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("ringline-http", Map.of("spring.servlet.multipart.enabled", false)));
    }
}
