package dev.ringline.call.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.testkit.spin.SpinModel;
import dev.ringline.testkit.spin.SpinModel.Search;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The races for one pair's calls, in every order in which their steps can happen. */
class RaceModelTest {

    private static final SpinModel MODEL = SpinModel.at(Path.of("src/test/models/races.pml"));

    @ParameterizedTest
    @ValueSource(strings = {"DEVICES=3", "DEVICES=2 REQUESTS=2", "DEVICES=2 REQUESTS=2 CALLS=1 REPLICAS=2"})
    void endsEveryRaceAsPromised(String bounds) {
        assertKeepsItsPromises(bounds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEVICES=4", "DEVICES=4 CALLS=1 REPLICAS=2"})
    @EnabledIfSystemProperty(named = SpinModel.LARGE, matches = "true")
    void endsEveryRaceAsPromisedWithinLargeBounds(String bounds) {
        assertKeepsItsPromises(bounds);
    }

    @ParameterizedTest
    @CsvSource({
        "GLARE_WITHOUT_UNIQUE_KEY, one_live_call",
        "END_WITHOUT_COMPARE, the_end_is_final",
        "ANSWER_WITHOUT_COMPARE, the_end_is_final",
        "ANSWER_COMPARES_ONLY_LIFE, answered_by_one_device",
        "ANSWER_IGNORES_DEADLINE, answered_in_time",
        "TIMEOUT_WITHOUT_LOOKING, time_ends_only_what_rings",
        "END_GIVES_UP_AFTER_LOST_COMPARE, whoever_stops_sees_the_end",
        "RING_WITHOUT_DEADLINE, nothing_rings_for_ever",
    })
    void breaksAPromiseWithoutOneOfItsRules(String variant, String promise) {
        // When
        Search search = MODEL.search(variant);

        // Then
        assertThat(search.brokenPromise()).as(search.report()).hasValue(promise);
    }

    private static void assertKeepsItsPromises(String bounds) {
        // When
        Search search = MODEL.search(bounds.split(" "));

        // Then
        assertThat(search.brokenPromise()).as(search.report()).isEmpty();
        assertThat(search.isComplete()).as(search.report()).isTrue();
    }
}
