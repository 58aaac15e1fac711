package dev.ringline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchOptionsTest {

    private static final Set<String> KNOWN = new LinkedHashSet<>(List.of("calls", "poll"));

    @Test
    void measuresEveryRowFiveTimesUnlessAskedOtherwise() {
        // Given
        // When
        BenchOptions options = BenchOptions.parse(List.of(), KNOWN);

        // Then
        assertThat(options).isEqualTo(new BenchOptions(false, 5, List.of(), null));
        assertThat(options.wants("poll")).isTrue();
    }

    @Test
    void measuresOnceWhenItIsToBeQuick() {
        // Given
        // When
        BenchOptions options = BenchOptions.parse(List.of("--quick"), KNOWN);

        // Then
        assertThat(options).isEqualTo(new BenchOptions(true, 1, List.of(), null));
    }

    @Test
    void measuresTheRowsThatWereNamedAsOftenAsAsked() {
        // Given
        // When
        BenchOptions options = BenchOptions.parse(List.of("poll", "--runs", "3", "--json", "a.json"), KNOWN);

        // Then
        assertThat(options).isEqualTo(new BenchOptions(false, 3, List.of("poll"), Path.of("a.json")));
        assertThat(options.wants("calls")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    bogus    | bench takes --quick, --runs N, --json FILE and rows (calls, poll), not bogus.
                    --runs   | --runs needs a value.
                    --json   | --json needs a value.
                    --runs 0 | --runs needs a number from 1 to 9999, not 0.
                    """)
    void refusesWhatItDoesNotKnowInOneSentence(String arguments, String sentence) {
        // Given
        // When
        // Then
        assertThatThrownBy(() -> BenchOptions.parse(List.of(arguments.split(" ")), KNOWN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}
