package dev.ringline.messaging.listening;

import dev.ringline.contracts.Topics;
import dev.ringline.messaging.ReceivedEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;

/** A service that does nothing but listen, in a group of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ListeningApplication {

    static ConfigurableApplicationContext start(String bootstrapServers, String group, String... settings) {
        return new SpringApplicationBuilder(ListeningApplication.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.application.name=" + group,
                        "spring.kafka.bootstrap-servers=" + bootstrapServers,
                        "ringline.messaging.first-retry=10ms",
                        "ringline.messaging.longest-retry=40ms")
                .properties(settings)
                .run();
    }

    @Bean
    Listener listener() {
        return new Listener();
    }

    /** Remembers every attempt, and fails as it is told. */
    static final class Listener {

        private final Map<String, IntFunction<@Nullable RuntimeException>> failures = new ConcurrentHashMap<>();
        private final List<ReceivedEvent> attempts = new CopyOnWriteArrayList<>();

        /** @param failure of the given attempt at the first event of this call, from 1; null to succeed */
        void failOn(String callId, IntFunction<@Nullable RuntimeException> failure) {
            failures.put(callId, failure);
        }

        List<Long> attempts(String callId) {
            return received(callId).stream()
                    .map(received -> received.metadata().sequence())
                    .toList();
        }

        List<ReceivedEvent> received(String callId) {
            return attempts.stream()
                    .filter(received -> received.metadata().subject().equals(callId))
                    .toList();
        }

        @KafkaListener(topics = Topics.CALL_EVENTS)
        void on(ReceivedEvent received) {
            attempts.add(received);
            String callId = received.metadata().subject();
            IntFunction<@Nullable RuntimeException> failure = failures.get(callId);
            if (failure != null && received.metadata().sequence() == 1) {
                fail(failure.apply(attempts(callId).size()));
            }
        }

        private static void fail(@Nullable RuntimeException failure) {
            if (failure != null) {
                throw failure;
            }
        }
    }
}
