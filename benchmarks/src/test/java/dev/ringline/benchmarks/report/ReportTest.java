package dev.ringline.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    @Test
    void writesEveryValueOfEveryFigure(@TempDir Path folder) {
        // Given
        Results results = new Results();
        results.add("calls", List.of(Sample.of("dial ÷ write", Unit.TIMES, 2).aims(Aim.atMost(3))));
        results.add("calls", List.of(Sample.of("dial ÷ write", Unit.TIMES, 5).aims(Aim.atMost(3))));
        Machine machine = new Machine(2, 24_000, "Linux amd64", "VM 25", 0.5);
        Path file = folder.resolve("new").resolve("bench.json");

        // When
        new Report(Instant.EPOCH, "abc", machine, machine, 2, false, Report.entries(results.figures())).write(file);

        // Then
        JsonNode written = JsonMapper.shared().readTree(file);
        assertThat(written.path("commit").asString()).isEqualTo("abc");
        assertThat(written.path("before").path("cores").asInt()).isEqualTo(2);
        assertThat(written.path("figures").toString())
                .isEqualTo("[{\"row\":\"calls\",\"figure\":\"dial ÷ write\",\"unit\":\"times\",\"median\":3.5,"
                        + "\"worst\":5.0,\"values\":[2.0,5.0],\"aim\":\"≤ 3.00 ×\",\"verdict\":\"short of aim\"}]");
    }
}
