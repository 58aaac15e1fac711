package dev.ringline.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void showsFiguresInColumns() {
        // Given
        Results results = new Results();
        for (double dial : new double[] {3, 6, 9}) {
            results.add(
                    "calls",
                    List.of(
                            Sample.of("floor: write", Unit.MILLISECONDS, 1.5),
                            Sample.of("dial", Unit.MILLISECONDS, dial),
                            Sample.of("dial ÷ write", Unit.TIMES, dial / 1.5).aims(Aim.atMost(3))));
        }
        results.add("outbox", List.of(Sample.of("changes", Unit.PER_SECOND, 812.4)));

        // When
        String table = Table.of(results.figures());

        // Then
        assertThat(table).isEqualTo("""
                        row     figure         median  worst run  aim
                        calls   floor: write  1.50 ms    1.50 ms
                        calls   dial          6.00 ms    9.00 ms
                        calls   dial ÷ write   4.00 ×     6.00 ×  ≤ 3.00 ×  short of aim
                        outbox  changes        812 /s     812 /s""");
    }
}
