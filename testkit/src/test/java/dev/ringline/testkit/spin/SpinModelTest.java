package dev.ringline.testkit.spin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringline.testkit.spin.SpinModel.Search;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpinModelTest {

    private static final String MODEL = """
            bool never_ten = true;
            active proctype Counter() {
              byte n;
              do
              :: n < LAST -> n++; never_ten = (n != 10); assert(never_ten)
              :: n == LAST -> break
              od
            #ifdef WAITS
              ; n > LAST
            #endif
            }
            """;

    @TempDir
    private Path folder;

    private Path model;

    @BeforeEach
    void write() throws IOException {
        model = Files.writeString(folder.resolve("counter.pml"), MODEL);
    }

    @Test
    void seesEveryStateWhenNothingIsWrong() {
        // When
        Search search = SpinModel.at(model).search("LAST=9");

        // Then
        assertThat(search.brokenPromise()).isEmpty();
        assertThat(search.isComplete()).isTrue();
    }

    @Test
    void namesThePromiseThatIsBrokenAndTheWayToIt() {
        // When
        Search search = SpinModel.at(model).search("LAST=11");

        // Then
        assertThat(search.brokenPromise()).hasValue("never_ten");
        assertThat(search.isComplete()).isFalse();
        assertThat(search.report()).contains("n = (n+1)");
    }

    @Test
    void findsThatSomebodyWaitsForEver() {
        // When
        Search search = SpinModel.at(model).search("LAST=9", "WAITS");

        // Then
        assertThat(search.brokenPromise()).hasValue("invalid end state");
    }

    @Test
    void refusesAModelThatSpinCannotRead() {
        assertThatThrownBy(() -> SpinModel.at(model).search())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("LAST");
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> SpinModel.searchedBy("no-such-spin", model).search("LAST=9"))
                .hasMessage(
                        "no-such-spin cannot be started: the models need the package spin and a C compiler; ./ringline test installs them.");
    }
}
