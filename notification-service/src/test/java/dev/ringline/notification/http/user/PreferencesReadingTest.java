package dev.ringline.notification.http.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringline.http.InvalidField;
import dev.ringline.http.ProblemException;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PreferencesReadingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'calls':'off','mutedUsers':[]}",
                "{'calls':'ring','quietHours':{'zone':'Europe/Vienna','from':'22:00','to':'07:00'},'mutedUsers':['a','b'],"
                        + "'snoozeUntil':'2026-11-22T09:30:00Z','repeatCallerBreaksThroughMinutes':3}"
            })
    void writesWhatItReads(String json) {
        // When
        PreferencesBody written = PreferencesBody.of(PreferencesReading.read(body(json)));
        // Then
        assertThat(JsonMapper.shared().writeValueAsString(written)).isEqualTo(json.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{}; calls",
                "{'calls':'ring','quietHours':{'from':'22:00','to':'07:00'}}; quietHours.zone",
                "{'calls':'ring','quietHours':{'zone':'+02:00','from':'22:00','to':'07:00'}}; quietHours.zone",
                "{'calls':'ring','quietHours':{'zone':'Europe/Vienna','from':'24:00','to':'07:00'}}; quietHours.from",
                "{'calls':'ring','quietHours':{'zone':'Europe/Vienna','from':'7:00','to':'08:00'}}; quietHours.from",
                "{'calls':'ring','quietHours':{'zone':'Europe/Vienna','from':'07:00','to':'07:00'}}; quietHours.to",
                "{'calls':'ring','mutedUsers':['a b']}; mutedUsers",
                "{'calls':'ring','mutedUsers':[null]}; mutedUsers",
                "{'calls':'ring','repeatCallerBreaksThroughMinutes':0}; repeatCallerBreaksThroughMinutes",
                "{'calls':'ring','repeatCallerBreaksThroughMinutes':1441}; repeatCallerBreaksThroughMinutes"
            })
    void saysWhatToCorrect(String json, String field) {
        // When
        var refusal = assertThatThrownBy(() -> PreferencesReading.read(body(json)));
        // Then
        refusal.isInstanceOfSatisfying(
                ProblemException.class,
                thrown -> assertThat(thrown.problem().errors())
                        .extracting(InvalidField::field)
                        .containsExactly(field));
    }

    @Test
    void takesNoEndlessListOfMutedUsers() {
        // Given
        var body = new PreferencesBody(CallsName.RING, null, Collections.nCopies(101, "carol"), null, null);
        // When
        var refusal = assertThatThrownBy(() -> PreferencesReading.read(body));
        // Then
        refusal.isInstanceOf(ProblemException.class).hasMessageContaining("at most 100");
    }

    private static PreferencesBody body(String json) {
        return JsonMapper.shared().readValue(json.replace('\'', '"'), PreferencesBody.class);
    }
}
