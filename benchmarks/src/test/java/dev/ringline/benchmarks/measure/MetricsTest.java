package dev.ringline.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final Metrics METRICS = new Metrics("""
            # HELP ringline_stream_connections
            # TYPE ringline_stream_connections gauge
            ringline_stream_connections{application="notification-service"} 8000.0
            ringline_stream_connections_other 5.0
            requests_total{status="200"} 1.5E3
            requests_total{status="503"} 2.0
            bare 7.0
            """);

    @Test
    void addsUpTheLabelsOfAMetric() {
        // Given
        // When
        double sum = METRICS.sum("requests_total");

        // Then
        assertThat(sum).isEqualTo(1_502);
    }

    @Test
    void takesNoOtherMetricForIt() {
        // Given
        // When
        double sum = METRICS.sum("ringline_stream_connections");

        // Then
        assertThat(sum).isEqualTo(8_000);
    }

    @Test
    void readsAMetricWithoutLabels() {
        // Given
        // When
        double sum = METRICS.sum("bare");

        // Then
        assertThat(sum).isEqualTo(7);
    }

    @Test
    void findsNothingOfWhatIsNotTold() {
        // Given
        // When
        double sum = METRICS.sum("ringline_stream");

        // Then
        assertThat(sum).isZero();
    }
}
