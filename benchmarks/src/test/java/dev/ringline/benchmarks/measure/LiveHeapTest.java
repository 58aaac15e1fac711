package dev.ringline.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LiveHeapTest {

    @Test
    void readsTheTotalOfAHistogram() {
        // Given
        String histogram = """
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:          1000         900000  [B (java.base@25)
                   2:            10           2480  Total
                Total          1010         902480""";

        // When
        long bytes = LiveHeap.total(histogram);

        // Then
        assertThat(bytes).isEqualTo(902_480);
    }

    @Test
    void refusesAnAnswerWithoutATotal() {
        // Given
        // When
        // Then
        assertThatThrownBy(() -> LiveHeap.total("Command executed successfully"))
                .isInstanceOf(IllegalStateException.class);
    }
}
