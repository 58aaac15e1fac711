package dev.ringline.call.observation;

import dev.ringline.call.Calls;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what operators see. */
@Configuration(proxyBeanMethods = false)
class ObservationConfiguration {

    @Bean
    CallMetrics callMetrics(MeterRegistry metrics) {
        return new CallMetrics(metrics);
    }

    @Bean
    ActiveCalls activeCalls(Calls calls, InstantSource clock, MeterRegistry metrics) {
        return new ActiveCalls(calls, clock, metrics);
    }
}
