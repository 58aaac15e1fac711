package dev.ringline.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.simulator.SimulatorClient;
import dev.ringline.simulator.SimulatorClient.Answer;
import dev.ringline.simulator.SimulatorTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SimulatorTest
class MeetingsApiTest {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    private final SimulatorClient client;

    MeetingsApiTest(SimulatorClient client) {
        this.client = client;
    }

    @BeforeEach
    void forgetEverything() {
        client.control("POST", "/reset");
    }

    @Test
    void createsAMeetingWithEveryDefault() {
        // When
        Answer answer = client.kit("POST", "/meetings", "{}");
        // Then
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/success").booleanValue()).isTrue();
        assertThat(answer.at("").propertyNames()).containsExactly("success", "data");
        assertThat(answer.at("/data").propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "title",
                        "status",
                        "record_on_start",
                        "live_stream_on_start",
                        "persist_chat",
                        "summarize_on_end",
                        "transcribe_on_end",
                        "session_keep_alive_time_in_secs",
                        "ai_config",
                        "recording_config",
                        "created_at",
                        "updated_at");
        assertThat(answer.at("/data/session_keep_alive_time_in_secs").intValue())
                .isEqualTo(60);
        assertThat(answer.text("/data/status")).isEqualTo("ACTIVE");
        assertThat(answer.text("/data/created_at")).matches(TIME);
    }

    @Test
    void keepsWhatItWasToldAboutAMeeting() {
        // Given
        String body = """
                {"title":"Weekly sync","record_on_start":true,"session_keep_alive_time_in_secs":600,
                 "ai_config":{"summarization":{"word_limit":500}},"live_stream_on_start":null}""";
        String id = client.kit("POST", "/meetings", body).text("/data/id");
        // When
        Answer answer = client.kit("GET", "/meetings/" + id + "?name=x");
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/data/title")).isEqualTo("Weekly sync");
        assertThat(answer.at("/data/record_on_start").booleanValue()).isTrue();
        assertThat(answer.at("/data/live_stream_on_start").booleanValue()).isFalse();
        assertThat(answer.at("/data/session_keep_alive_time_in_secs").intValue())
                .isEqualTo(600);
        assertThat(answer.at("/data/ai_config/summarization/word_limit").intValue())
                .isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"live\":true} | \"live\" is not allowed",
                "{\"status\":\"INACTIVE\"} | \"status\" is not allowed",
                "{\"title\":7} | \"title\" must be a string",
                "{\"persist_chat\":null} | \"persist_chat\" must be a boolean",
                "{\"record_on_start\":\"yes\"} | \"record_on_start\" must be a boolean",
                "{\"ai_config\":[]} | \"ai_config\" must be of type object",
                "{\"session_keep_alive_time_in_secs\":\"60\"} | \"session_keep_alive_time_in_secs\" must be a number",
                "{\"session_keep_alive_time_in_secs\":60.5} | \"session_keep_alive_time_in_secs\" must be an integer",
                "{\"session_keep_alive_time_in_secs\":59} | \"session_keep_alive_time_in_secs\" must be greater than or equal to 60",
                "{\"session_keep_alive_time_in_secs\":601} | \"session_keep_alive_time_in_secs\" must be less than or equal to 600",
                "[] | \"value\" must be of type object",
                "{ | body is not valid JSON"
            })
    void refusesABadMeeting(String body, String complaint) {
        // When
        Answer answer = client.kit("POST", "/meetings", body);
        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("").propertyNames()).containsExactly("success", "error");
        assertThat(answer.at("/success").booleanValue()).isFalse();
        assertThat(answer.at("/error/code").intValue()).isEqualTo(400);
        assertThat(answer.text("/error/message")).isEqualTo("BAD_REQUEST: " + complaint);
    }

    @Test
    void changesOnlyWhatAPatchNames() {
        // Given
        String id = client.kit("POST", "/meetings", "{\"title\":\"Old\",\"persist_chat\":true}")
                .text("/data/id");
        // When
        Answer answer = client.kit("PATCH", "/meetings/" + id, "{\"title\":\"New\",\"status\":\"INACTIVE\"}");
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/data/title")).isEqualTo("New");
        assertThat(answer.text("/data/status")).isEqualTo("INACTIVE");
        assertThat(answer.at("/data/persist_chat").booleanValue()).isTrue();
    }

    @Test
    void replacesEverythingButTheStatusWithAPut() {
        // Given
        String id = client.kit("POST", "/meetings", "{\"title\":\"Old\",\"persist_chat\":true}")
                .text("/data/id");
        client.kit("PATCH", "/meetings/" + id, "{\"status\":\"INACTIVE\"}");
        // When
        Answer answer = client.kit("PUT", "/meetings/" + id, "{}");
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/data/title").isNull()).isTrue();
        assertThat(answer.at("/data/persist_chat").booleanValue()).isFalse();
        assertThat(answer.text("/data/status")).isEqualTo("INACTIVE");
    }

    @Test
    void refusesAnUnknownStatus() {
        // Given
        String id = client.meeting();
        // When
        Answer answer = client.kit("PATCH", "/meetings/" + id, "{\"status\":\"CLOSED\"}");
        // Then
        assertThat(answer.text("/error/message"))
                .isEqualTo("BAD_REQUEST: \"status\" must be one of [ACTIVE, INACTIVE]");
    }

    @ParameterizedTest
    @CsvSource({"GET", "PATCH", "PUT"})
    void doesNotKnowAMeetingThatWasNeverMade(String method) {
        // When
        Answer answer = client.kit(method, "/meetings/" + UUID.randomUUID(), method.equals("GET") ? "" : "{}");
        // Then
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("/error/code").intValue()).isEqualTo(404);
        assertThat(answer.text("/error/message")).isEqualTo("Error: resource not found");
    }

    @Test
    void refusesAnIdThatIsNoUuid() {
        // When
        Answer answer = client.kit("GET", "/meetings/42");
        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/error/message")).isEqualTo("BAD_REQUEST: \"meeting_id\" must be a valid GUID");
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        // Given
        String oldest = client.meeting();
        String middle = client.meeting();
        client.meeting();
        // When
        Answer answer = client.kit("GET", "/meetings?page_no=2&per_page=1");
        // Then
        assertThat(answer.at("").propertyNames()).containsExactly("success", "data", "paging");
        assertThat(answer.at("/data").size()).isEqualTo(1);
        assertThat(answer.text("/data/0/id")).isEqualTo(middle).isNotEqualTo(oldest);
        assertThat(answer.at("/paging/total_count").intValue()).isEqualTo(3);
        assertThat(answer.at("/paging/start_offset").intValue()).isEqualTo(2);
        assertThat(answer.at("/paging/end_offset").intValue()).isEqualTo(2);
    }

    @Test
    void findsMeetingsByTitleAndById() {
        // Given
        String wanted = client.kit("POST", "/meetings", "{\"title\":\"ringline call 4711\"}")
                .text("/data/id");
        client.meeting();
        // When
        Answer byTitle = client.kit("GET", "/meetings?search=Call%204711");
        Answer byId = client.kit("GET", "/meetings?search=" + wanted);
        // Then
        assertThat(byTitle.at("/data").size()).isEqualTo(1);
        assertThat(byTitle.text("/data/0/id")).isEqualTo(wanted);
        assertThat(byId.text("/data/0/id")).isEqualTo(wanted);
    }

    @Test
    void filtersByStatusAndTime() {
        // Given
        String closed = client.meeting();
        client.kit("PATCH", "/meetings/" + closed, "{\"status\":\"INACTIVE\"}");
        client.meeting();
        // When
        Answer inactive = client.kit("GET", "/meetings?status=INACTIVE&start_time=2020-01-01T00:00:00Z");
        Answer ancient = client.kit("GET", "/meetings?end_time=2020-01-01T00:00:00Z");
        // Then
        assertThat(inactive.at("/data").size()).isEqualTo(1);
        assertThat(inactive.text("/data/0/id")).isEqualTo(closed);
        assertThat(ancient.at("/data").size()).isZero();
        assertThat(ancient.at("/paging/start_offset").intValue()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "per_page=-1 | \"per_page\" must be greater than or equal to 0",
                "page_no=x | \"page_no\" must be a number",
                "status=CLOSED | \"status\" must be one of [ACTIVE, INACTIVE]",
                "start_time=today | \"start_time\" must be in ISO 8601 date format"
            })
    void refusesABadQuery(String query, String complaint) {
        // When
        Answer answer = client.kit("GET", "/meetings?" + query);
        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/error/message")).isEqualTo("BAD_REQUEST: " + complaint);
    }
}
