package dev.ringline.duework;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.testkit.spin.SpinModel;
import dev.ringline.testkit.spin.SpinModel.Search;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol of the outbox, in every order in which its steps can happen. */
class OutboxModelTest {

    private static final SpinModel MODEL = SpinModel.at(Path.of("src/test/models/outbox.pml"));

    @Test
    void tellsEverythingOnceStoredAndInOrder() {
        assertKeepsItsPromises();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EVENTS=4 MISFORTUNES=3", "SWEEPERS=2 MISFORTUNES=3"})
    @EnabledIfSystemProperty(named = SpinModel.LARGE, matches = "true")
    void tellsEverythingOnceStoredAndInOrderWithinLargeBounds(String bounds) {
        assertKeepsItsPromises(bounds.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLISH_BEFORE_STORE, told_only_what_is_stored",
        "PUBLISH_AFTER_UNKNOWN_OUTCOME, told_only_what_is_stored",
        "SWEEP_WHAT_MAY_BE_ROLLED_BACK, told_only_what_is_stored",
        "OWN_EVENT_ONLY, told_in_order",
        "CONTINUE_AFTER_FAILED_SEND, told_in_order",
        "MARK_BEFORE_ACK, everything_is_told",
        "MARK_CLEARS_NEWER_DUE, everything_is_told",
        "FORGET_PENDING_ON_CRASH, everything_is_told",
    })
    void breaksAPromiseWithoutOneOfItsRules(String variant, String promise) {
        // When
        Search search = MODEL.search(variant);

        // Then
        assertThat(search.brokenPromise()).as(search.report()).hasValue(promise);
    }

    private static void assertKeepsItsPromises(String... bounds) {
        // When
        Search search = MODEL.search(bounds);

        // Then
        assertThat(search.brokenPromise()).as(search.report()).isEmpty();
        assertThat(search.isComplete()).as(search.report()).isTrue();
    }
}
