package dev.ringline.message.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringline.contracts.CallEvent.CallEnded;
import dev.ringline.message.CallLine;
import dev.ringline.message.CallStatus;
import dev.ringline.message.EndReason;
import dev.ringline.message.EndedCall;
import dev.ringline.message.Media;
import dev.ringline.messaging.BrokenRecordException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class EndedCallsTest {

    private static final String SAMPLE = "hangup-after-media-was-confirmed";

    @Test
    void readsTheFactsOfTheCall() {
        // Given
        CallEnded event = Samples.callEnded(SAMPLE);

        // When
        EndedCall ended = EndedCalls.read(event);

        // Then
        assertThat(ended.call())
                .isEqualTo(new CallLine(
                        "019aaad4-0009-7c31-9f02-5b6d3e8a41c7",
                        Media.VIDEO,
                        CallStatus.COMPLETED,
                        EndReason.HANGUP,
                        "alice",
                        "bob",
                        Instant.parse("2026-11-22T09:30:00.120Z"),
                        Instant.parse("2026-11-22T09:32:13.120Z"),
                        125,
                        true));
        assertThat(ended.conversationId()).isEqualTo("c1");
        assertThat(ended.silent()).isFalse();
    }

    @Test
    void keepsSilentCallsSilent() {
        // Given
        CallEnded event = Samples.callEnded("silent-no-answer");

        // When
        EndedCall ended = EndedCalls.read(event);

        // Then
        assertThat(ended.silent()).isTrue();
    }

    @Test
    void givesTheSameEventTheSameFingerprint() {
        // Given
        EndedCall once = EndedCalls.read(Samples.callEnded(SAMPLE));

        // When
        EndedCall again = EndedCalls.read(Samples.callEnded(SAMPLE));

        // Then
        assertThat(again.fingerprint()).isEqualTo(once.fingerprint());
    }

    @ParameterizedTest
    @MethodSource("everyFact")
    void givesAnEventThatDiffersInAnyFactAnotherFingerprint(String fact) {
        // Given
        ObjectNode changed = (ObjectNode) Samples.JSON.readTree(Samples.bytes("call-events/call-ended.v1/" + SAMPLE));
        changed.set(fact, other(changed, fact));

        // When
        EndedCall ended = EndedCalls.read(Samples.JSON.treeToValue(changed, CallEnded.class));

        // Then
        assertThat(ended.fingerprint())
                .isNotEqualTo(EndedCalls.read(Samples.callEnded(SAMPLE)).fingerprint());
    }

    @Test
    void refusesTheEndOfACallThatGoesOn() {
        // Given
        ObjectNode ringing = (ObjectNode) Samples.JSON.readTree(Samples.bytes("call-events/call-ended.v1/" + SAMPLE));
        CallEnded event = Samples.JSON.treeToValue(ringing.put("status", "ringing"), CallEnded.class);

        // When, Then
        assertThatThrownBy(() -> EndedCalls.read(event))
                .isInstanceOf(BrokenRecordException.class)
                .hasMessageContaining("makes no sense");
    }

    @Test
    void knowsEveryWordOfTheContract() {
        // Given
        List<String> contract = names(dev.ringline.contracts.EndReason.values());

        // When
        List<String> ours = names(EndReason.values());

        // Then
        assertThat(ours).isEqualTo(contract);
        assertThat(names(Media.values())).isEqualTo(names(dev.ringline.contracts.Media.values()));
        assertThat(names(dev.ringline.contracts.CallStatus.values())).containsAll(names(CallStatus.values()));
    }

    static Stream<String> everyFact() {
        return Samples.JSON.readTree(Samples.bytes("call-events/call-ended.v1/" + SAMPLE)).propertyNames().stream();
    }

    private static JsonNode other(ObjectNode event, String fact) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        JsonNode node = event.get(fact);
        if (node.isBoolean()) {
            return nodes.booleanNode(!node.booleanValue());
        }
        if (node.isNumber()) {
            return nodes.numberNode(node.longValue() + 1);
        }
        return nodes.stringNode(otherText(fact, node.stringValue()));
    }

    private static String otherText(String fact, String text) {
        return switch (fact) {
            case "media" -> "audio";
            case "status" -> "failed";
            case "phase" -> "connected";
            case "reason" -> "media_lost";
            default -> fact.endsWith("At") ? "2026-11-22T09:30:00.121Z" : text + "x";
        };
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
