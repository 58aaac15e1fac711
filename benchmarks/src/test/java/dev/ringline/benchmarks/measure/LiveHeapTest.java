package dev.ringline.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LiveHeapTest {

    @Test
    void addsUpAHistogramWithoutWhatOnlyFillsGaps() {
        // Given
        String histogram = """
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:          1000         900000  [B (java.base@25)
                   2:             3          70000  [Ljdk.internal.vm.FillerElement; (java.base@25)
                   3:             2             48  jdk.internal.vm.FillerObject (java.base@25)
                1234:            10           2480  java.lang.String (java.base@25)
                Total          1015         972528""";

        // When
        long bytes = LiveHeap.total(histogram);

        // Then
        assertThat(bytes).isEqualTo(902_480);
    }

    @Test
    void refusesAnAnswerWithoutAHistogram() {
        // Given
        // When
        // Then
        assertThatThrownBy(() -> LiveHeap.total("Command executed successfully"))
                .isInstanceOf(IllegalStateException.class);
    }
}
