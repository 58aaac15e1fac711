package dev.ringline.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CallTextTest {

    private final CallText english = new CallText(Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            COMPLETED | HANGUP              | Video call, 2 min 5 s          | Audio call, 2 min 5 s
            COMPLETED | PEER_LOST           | Video call, 2 min 5 s          | Audio call, 2 min 5 s
            COMPLETED | MAX_DURATION        | Video call, 2 min 5 s          | Audio call, 2 min 5 s
            MISSED    | NO_ANSWER           | Missed video call              | Missed audio call
            MISSED    | CALLER_CANCELLED    | Missed video call              | Missed audio call
            MISSED    | BUSY                | Missed video call (busy)       | Missed audio call (busy)
            MISSED    | UNREACHABLE         | Missed video call (unreachable)| Missed audio call (unreachable)
            DECLINED  | DECLINED            | Declined video call            | Declined audio call
            FAILED    | PROVISIONING_FAILED | Failed video call              | Failed audio call
            FAILED    | CONNECT_TIMEOUT     | Failed video call              | Failed audio call
            FAILED    | MEDIA_LOST          | Failed video call              | Failed audio call
            """)
    void saysWhatBecameOfTheCall(CallStatus status, EndReason reason, String video, String audio) {
        // Given
        Calls call = Calls.ended("call-1", status, reason).lasting(125);

        // When
        String text = english.of(call.line());

        // Then
        assertThat(text).isEqualTo(video);
        assertThat(english.of(call.audio().line())).isEqualTo(audio);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0       | Video call, 0 s
            1       | Video call, 1 s
            59      | Video call, 59 s
            60      | Video call, 1 min
            61      | Video call, 1 min 1 s
            120     | Video call, 2 min
            3599    | Video call, 59 min 59 s
            3600    | Video call, 1 h
            3659    | Video call, 1 h
            3660    | Video call, 1 h 1 min
            14400   | Video call, 4 h
            3600000 | Video call, 1,000 h
            """)
    void tellsTheDurationInItsTwoLargestUnits(long seconds, String expected) {
        // Given
        Calls call = Calls.completed("call-1", seconds);

        // When
        String text = english.of(call.line());

        // Then
        assertThat(text).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("everyStatusAndReason")
    void hasWordsForEveryStatusWithEveryReason(CallStatus status, EndReason reason) {
        // Given
        Calls call = Calls.ended("call-1", status, reason);

        // When
        String text = english.of(call.line());

        // Then
        assertThat(text).contains("ideo call").doesNotContain("{", "}");
        assertThat(english.of(call.audio().line())).contains("udio call").doesNotContain("{", "}");
    }

    @Test
    void fallsBackToEnglishWhateverTheMachineSpeaks() {
        // Given
        CallText unknown = new CallText(Locale.of("tlh"));

        // When
        String text = unknown.of(Calls.missed("call-1").line());

        // Then
        assertThat(text).isEqualTo("Missed video call");
    }

    static Stream<Arguments> everyStatusAndReason() {
        return Arrays.stream(CallStatus.values())
                .flatMap(status -> Arrays.stream(EndReason.values()).map(reason -> arguments(status, reason)));
    }
}
