package dev.ringline.notification.push;

import static dev.ringline.notification.push.Notices.CALL;
import static dev.ringline.notification.push.Notices.DEADLINE;
import static dev.ringline.notification.push.Notices.DIALLED;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PushNoticeTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** A push service must take 4096 bytes, and encryption needs 103 of them (RFC 8291). */
    private static final int MOST_BYTES = 3_993;

    @Test
    void aRingSaysAllThatAWokenDeviceNeeds() {
        // Given
        PushNotice ring = Notices.ring();
        // When
        Map<String, String> payload = ring.payload(DIALLED.plusMillis(1_500));
        // Then
        assertThat(payload)
                .containsOnly(
                        Map.entry("kind", "ring"),
                        Map.entry("callId", CALL),
                        Map.entry("sequence", "1"),
                        Map.entry("media", "video"),
                        Map.entry("callerId", "alice"),
                        Map.entry("conversationId", "c-1"),
                        Map.entry("ringDeadline", "2026-03-01T10:00:30Z"),
                        Map.entry("ringRemainingMs", "28500"),
                        Map.entry("ringToken", "header.claims.signature"),
                        Map.entry("displayName", "Alice Example"),
                        Map.entry("avatarUrl", "https://cdn.example/alice.png"));
    }

    @Test
    void aStopSaysWhyAndNothingOfARing() {
        // Given
        PushNotice stop = Notices.stop();
        // When
        Map<String, String> payload = stop.payload(DIALLED);
        // Then
        assertThat(payload)
                .containsEntry("kind", "stop")
                .containsEntry("reason", "answered_elsewhere")
                .doesNotContainKeys("ringDeadline", "ringRemainingMs", "ringToken");
    }

    @Test
    void theTimeThatIsLeftIsNeverNegative() {
        // Given
        PushNotice late = Notices.ring();
        // When
        Map<String, String> payload = late.payload(DEADLINE.plusSeconds(5));
        // Then
        assertThat(payload).containsEntry("ringRemainingMs", "0");
        assertThat(late.remaining(DEADLINE.plusSeconds(5))).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", " ", "\n"})
    void aNameThatIsNotKnownIsAbsent(String nothing) {
        // Given
        PushNotice nameless = Notices.ring(nothing, nothing);
        // When
        Map<String, String> payload = nameless.payload(DIALLED);
        // Then
        assertThat(payload).doesNotContainKeys("displayName", "avatarUrl");
    }

    @Test
    void aContentFreeNoticeKeepsNeitherCallerNorConversationNorNames() {
        // Given
        Map<String, String> whole = Notices.ring().payload(DIALLED);
        // When
        Map<String, String> payload = Notices.ring().contentFree().payload(DIALLED);
        // Then
        assertThat(payload).doesNotContainKeys("callerId", "conversationId", "displayName", "avatarUrl");
        assertThat(whole).containsAllEntriesOf(payload).hasSize(payload.size() + 4);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"\uD83D\uDE00", "\"", "\u0000", "é"})
    void theLargestNoticeFitsIntoFourKilobytes(String character) {
        // Given
        PushNotice largest = new PushNotice(
                PushKind.RING,
                CALL,
                Long.MAX_VALUE,
                "video",
                "a".repeat(128),
                "c".repeat(128),
                DEADLINE.plusNanos(999),
                "t".repeat(1_000),
                "n" + character.repeat(10_000),
                "https://cdn.example/" + "p".repeat(1_004),
                null);
        // When
        Map<String, String> payload = largest.payload(DIALLED);
        // Then
        assertThat(JSON.writeValueAsString(payload).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(MOST_BYTES);
        assertThat(payload.get("displayName")
                        .codePointCount(0, payload.get("displayName").length()))
                .isBetween(1, 128);
    }

    @ParameterizedTest
    @MethodSource
    void aPictureThatIsNotAnAddressOrTooLongAOneIsLeftOut(String picture) {
        // Given
        PushNotice ring = Notices.ring("Alice", picture);
        // When
        Map<String, String> payload = ring.payload(DIALLED);
        // Then
        assertThat(payload).doesNotContainKey("avatarUrl").containsEntry("displayName", "Alice");
    }

    static Stream<String> aPictureThatIsNotAnAddressOrTooLongAOneIsLeftOut() {
        return Stream.of("https://cdn.example/" + "a".repeat(1_024), "https://cdn.example/\"", "javascript:alert(1)");
    }

    @Test
    void aNoticeNeverPrintsItsToken() {
        assertThat(Notices.ring().toString()).contains(CALL).doesNotContain("signature");
    }
}
