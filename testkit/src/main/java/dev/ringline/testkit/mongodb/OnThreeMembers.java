package dev.ringline.testkit.mongodb;

import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives a Spring test a MongoDB of three members, with a database of its own, in the place of the one that {@link
 * dev.ringline.testkit.RealParts} gave it: {@code @ContextConfiguration(initializers = OnThreeMembers.class)}.
 */
public final class OnThreeMembers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ThreeMembers.shared().usedBy(context);
        var uri = ThreeMembers.shared().uri("test-" + UUID.randomUUID());
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("three members", Map.of("spring.mongodb.uri", uri)));
    }
}
