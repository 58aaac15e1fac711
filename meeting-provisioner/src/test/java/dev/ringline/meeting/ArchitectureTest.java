package dev.ringline.meeting;

import dev.ringline.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsItsWalls() {
        ArchitectureRules.check("dev.ringline.meeting");
    }
}
