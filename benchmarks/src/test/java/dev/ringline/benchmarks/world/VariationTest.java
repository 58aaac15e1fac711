package dev.ringline.benchmarks.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;

class VariationTest {

    private static final Map<String, String> NAMES = Map.of("alice", "carol", "call-1", "call-2");

    @Test
    void replacesNamesAtEveryDepth() {
        // Given
        Document template = new Document("_id", "call-1")
                .append("participants", List.of("alice", "bob"))
                .append("pairKey", new Document("a", "alice").append("b", "bob"));

        // When
        Document varied = Variation.of(template, NAMES);

        // Then
        assertThat(varied)
                .isEqualTo(new Document("_id", "call-2")
                        .append("participants", List.of("carol", "bob"))
                        .append("pairKey", new Document("a", "carol").append("b", "bob")));
    }

    @Test
    void replacesNamesInsideStoredEvents() {
        // Given
        Document template = new Document("data", bytes("{\"callId\":\"call-1\",\"callerId\":\"alice\"}"));

        // When
        Document varied = Variation.of(template, NAMES);

        // Then
        assertThat(varied.get("data")).isEqualTo(bytes("{\"callId\":\"call-2\",\"callerId\":\"carol\"}"));
    }

    @Test
    void leavesWhatOnlyHoldsAName() {
        // Given
        Document template = new Document("device", "alice-phone")
                .append("data", bytes("{\"device\":\"alice-phone\"}"))
                .append("at", new Date(5))
                .append("version", 3L);

        // When
        Document varied = Variation.of(template, NAMES);

        // Then
        assertThat(varied).isEqualTo(template);
    }

    private static Binary bytes(String text) {
        return new Binary(text.getBytes(StandardCharsets.UTF_8));
    }
}
