package dev.ringline.notification;

import dev.ringline.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheWallsBetweenRulesAndDoors() {
        ArchitectureRules.check("dev.ringline.notification");
    }
}
