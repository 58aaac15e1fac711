package dev.ringline.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TracesTest {

    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String STORED = "00-" + TRACE_ID + "-00f067aa0ba902b7-01";

    private final ApplicationContextRunner tracing = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    OpenTelemetrySdkAutoConfiguration.class,
                    OpenTelemetryTracingAutoConfiguration.class,
                    MicrometerTracingAutoConfiguration.class));

    @Test
    void worksInTheTraceThatWasStored() {
        tracing.run(context -> {
            // Given
            Traces traces = new Traces(context.getBean(Tracer.class), context.getBean(Propagator.class));
            AtomicReference<String> seen = new AtomicReference<>();

            // When
            traces.takeUp(STORED, "work", () -> seen.set(traces.current()));

            // Then
            assertThat(seen.get()).startsWith("00-" + TRACE_ID).isNotEqualTo(STORED);
            assertThat(traces.current()).isNull();
        });
    }

    @Test
    void worksWithoutATrace() {
        // Given
        AtomicReference<String> seen = new AtomicReference<>("nothing");

        // When
        Traces.none().takeUp(STORED, "work", () -> seen.set("done"));

        // Then
        assertThat(seen).hasValue("done");
        assertThat(Traces.none().current()).isNull();
    }
}
