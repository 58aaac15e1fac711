package dev.ringline.message.running;

import dev.ringline.message.MessageServiceApplication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** A further instance of the service beside the one that a test runs in. */
final class Replica {

    private static final List<String> SHARED = List.of(
            "spring.kafka.bootstrap-servers",
            "spring.mongodb.uri",
            "ringline.erasure.key",
            "ringline.security.jwt.public-key-file",
            "ringline.security.jwt.issuer",
            "ringline.security.jwt.audience");

    private Replica() {}

    /** On the same parts as {@code running}; in the group {@code message-service} it shares the work. */
    static ConfigurableApplicationContext inGroup(String group, Environment running) {
        return start(running, Map.of("spring.kafka.consumer.group-id", group));
    }

    /** On the same parts as {@code running}, but for what {@code other} says. */
    static ConfigurableApplicationContext start(Environment running, Map<String, Object> other) {
        Map<String, Object> settings =
                new HashMap<>(Map.of("server.port", 0, "ringline.messaging.first-retry", "20ms"));
        SHARED.forEach(name -> settings.put(name, running.getRequiredProperty(name)));
        settings.putAll(other);
        return new SpringApplicationBuilder(MessageServiceApplication.class)
                .run(settings.entrySet().stream()
                        .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                        .toArray(String[]::new));
    }
}
