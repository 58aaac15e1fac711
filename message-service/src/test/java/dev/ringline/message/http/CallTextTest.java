package dev.ringline.message.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ringline.message.CallStatus;
import dev.ringline.message.Calls;
import dev.ringline.message.EndReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CallTextTest {

    private final CallText english = new CallText(Locale.ENGLISH);
    private final CallText german = new CallText(Locale.GERMAN);

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
            3600    | Video call, 1 hour
            3659    | Video call, 1 hour
            3660    | Video call, 1 hour 1 min
            7320    | Video call, 2 hours 2 min
            14400   | Video call, 4 hours
            3600000 | Video call, 1,000 hours
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
    @CsvSource(delimiter = '|', textBlock = """
            COMPLETED | HANGUP              | Videoanruf, 2 Min. 5 Sek.                   | Sprachanruf, 2 Min. 5 Sek.
            MISSED    | NO_ANSWER           | Verpasster Videoanruf                       | Verpasster Sprachanruf
            MISSED    | BUSY                | Verpasster Videoanruf (besetzt)             | Verpasster Sprachanruf (besetzt)
            MISSED    | UNREACHABLE         | Verpasster Videoanruf (nicht erreichbar)    | Verpasster Sprachanruf (nicht erreichbar)
            DECLINED  | DECLINED            | Abgelehnter Videoanruf                      | Abgelehnter Sprachanruf
            FAILED    | PROVISIONING_FAILED | Fehlgeschlagener Videoanruf                 | Fehlgeschlagener Sprachanruf
            """)
    void saysItInGerman(CallStatus status, EndReason reason, String video, String audio) {
        // Given
        Calls call = Calls.ended("call-1", status, reason).lasting(125);

        // When
        String text = german.of(call.line());

        // Then
        assertThat(text).isEqualTo(video);
        assertThat(german.of(call.audio().line())).isEqualTo(audio);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0       | Videoanruf, 0 Sek.
            60      | Videoanruf, 1 Min.
            3600    | Videoanruf, 1 Stunde
            3660    | Videoanruf, 1 Stunde 1 Min.
            7200    | Videoanruf, 2 Stunden
            3600000 | Videoanruf, 1.000 Stunden
            """)
    void countsInGerman(long seconds, String expected) {
        // Given
        Calls call = Calls.completed("call-1", seconds);

        // When
        String text = german.of(call.line());

        // Then
        assertThat(text).isEqualTo(expected);
    }

    @Test
    void hasEverySentenceInEveryLanguage() {
        // Given
        Control own = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        ResourceBundle english = ResourceBundle.getBundle("dev.ringline.message.text", Locale.ROOT, own);

        // When
        Set<String> keys = ownKeys("/dev/ringline/message/text_de.properties");

        // Then
        assertThat(keys).isEqualTo(english.keySet());
    }

    @Test
    void hasAVersionOfItsOwnInEveryLanguage() {
        // When
        String version = german.version();

        // Then
        assertThat(version).isEqualTo(new CallText(Locale.GERMAN).version()).isNotEqualTo(english.version());
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
        assertThat(german.of(call.line())).contains("ideoanruf").doesNotContain("{", "}");
        assertThat(german.of(call.audio().line())).contains("prachanruf").doesNotContain("{", "}");
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

    private static Set<String> ownKeys(String bundle) {
        Properties sentences = new Properties();
        try (InputStream file = CallTextTest.class.getResourceAsStream(bundle)) {
            sentences.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences.stringPropertyNames();
    }

    static Stream<Arguments> everyStatusAndReason() {
        return Arrays.stream(CallStatus.values())
                .flatMap(status -> Arrays.stream(EndReason.values()).map(reason -> arguments(status, reason)));
    }
}
