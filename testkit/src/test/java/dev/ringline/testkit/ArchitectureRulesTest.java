package dev.ringline.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureRulesTest {

    private static final String FIXTURES = "dev.ringline.testkit.fixture.";

    @Test
    void acceptsAServiceThatKeepsTheWalls() {
        assertThatCode(() -> check("good")).doesNotThrowAnyException();
    }

    @Test
    void findsARuleThatKnowsADoor() {
        assertThatThrownBy(() -> check("badroot"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("knowsItsDoor")
                .hasMessageContaining("plain Java");
    }

    @Test
    void findsADoorBehindRulesThatHaveAPackageOfTheirOwn() {
        assertThatThrownBy(() -> check("badrules"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("knowsADoor")
                .hasMessageContaining("plain Java");
    }

    @Test
    void findsADoorThatKnowsAnotherDoor() {
        assertThatThrownBy(() -> check("baddoors"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ofAnotherDoor")
                .hasMessageContaining("doors meet in the root package");
    }

    @Test
    void findsAContractBehindTheDoor() {
        assertThatThrownBy(() -> check("badcontracts"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("RingDocument")
                .hasMessageContaining("one door only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"badasync", "badbatch"})
    void findsAListenerThatIsNotDoneWithOneRecordWhenItReturns(String fixture) {
        assertThatThrownBy(() -> check(fixture))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("RingListener.on")
                .hasMessageContaining("when its listener returns");
    }

    @Test
    void failsWhereThereIsNothingToCheck() {
        assertThatThrownBy(() -> ArchitectureRules.check("dev.ringline.nowhere"))
                .isInstanceOf(AssertionError.class);
    }

    private static void check(String fixture) {
        var root = FIXTURES + fixture;
        ArchitectureRules.check(root, new ClassFileImporter().importPackages(root));
    }
}
