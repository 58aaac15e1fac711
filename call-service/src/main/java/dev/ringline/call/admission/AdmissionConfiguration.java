package dev.ringline.call.admission;

import dev.ringline.call.Admission;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Wires the app's judgement on dials, where one is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("ringline.calls.admission.url")
@EnableConfigurationProperties(AdmissionProperties.class)
class AdmissionConfiguration {

    @Bean
    Admission admissionHook(AdmissionProperties properties, InstantSource clock, MeterRegistry metrics) {
        CircuitBreakerConfig breaker = CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(5))
                .build();
        return new AdmissionHook(
                properties,
                CircuitBreaker.of("admission", breaker),
                new AdmissionHook.Tools(JsonMapper.shared(), clock, metrics));
    }
}
