package dev.ringline.meeting.realtimekit;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static dev.ringline.meeting.realtimekit.Wire.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.ringline.meeting.Announcement.FailureReason;
import dev.ringline.meeting.MeetingProvider.NewParticipant;
import dev.ringline.meeting.MeetingProvider.ProviderOutcome;
import dev.ringline.meeting.MeetingProvider.ProviderOutcome.Failed;
import dev.ringline.meeting.MeetingProvider.ProviderOutcome.Success;
import dev.ringline.meeting.ProviderFailure;
import dev.ringline.meeting.RingingCall.MeetingMedia;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The client asks and understands what the examples of the real service show. The simulator is held to the same files. */
class ProviderExamplesTest {

    private static final WireMockServer PROVIDER = Wire.server();

    @AutoClose
    private static @Nullable RealtimeKitClient shared;

    private final RealtimeKitClient client = Objects.requireNonNull(shared);

    /** One thing that the client can ask; what else it needs it makes up. */
    private interface Question extends BiFunction<RealtimeKitClient, String, ProviderOutcome<?>> {}

    /** What is loaded at the first request takes so long on a busy machine that the request would be repeated. */
    @BeforeAll
    static void warmUp(@TempDir Path secrets) {
        PROVIDER.start();
        shared = Wire.client(PROVIDER, secrets, new SimpleMeterRegistry());
        PROVIDER.stubFor(any(anyUrl()).willReturn(json(404, "{}")));
        shared.createMeeting("warm-up", Instant.now().plusSeconds(60));
    }

    @BeforeEach
    void forget() {
        PROVIDER.resetAll();
    }

    @AfterAll
    static void stop() {
        PROVIDER.stop();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void asksNoMoreThanAnExampleShowsAndUnderstandsItsAnswer(String name, Question question) {
        // Given
        JsonNode example = example(name);
        answers(example);

        // When
        ProviderOutcome<?> outcome = question.apply(client, "{meeting}");

        // Then
        assertThat(outcome).isInstanceOf(Success.class);
        LoggedRequest asked = PROVIDER.getAllServeEvents().getFirst().getRequest();
        assertThat(asked.getMethod().getName()).isEqualTo(text(example, "/request/method"));
        assertThat(asked.getUrl().replace("%7B", "{").replace("%7D", "}"))
                .isEqualTo(Wire.APP + text(example, "/request/path"));
        JsonNode body = JsonMapper.shared().readTree(asked.getBody());
        assertThat(body.properties()).isNotEmpty().allSatisfy(field -> {
            JsonNode shown = example.at("/request/body").path(field.getKey());
            assertThat(shown.getNodeType())
                    .as(field.getKey())
                    .isEqualTo(field.getValue().getNodeType());
        });
    }

    private static Stream<Arguments> questions() {
        return Stream.of(
                question("create-meeting", (client, _) -> client.createMeeting("call-1", soon())),
                question(
                        "add-participant",
                        (client, meeting) -> client.addParticipant(meeting, "alice", MeetingMedia.AUDIO, soon())),
                question("close-meeting", (client, meeting) -> client.closeMeeting(meeting, soon())));
    }

    private static Arguments question(String name, Question question) {
        return argumentSet(name, name, question);
    }

    @Test
    void takesIdAndExpiryFromTheExampleOfAParticipant() {
        // Given
        JsonNode example = example("add-participant");
        answers(example);

        // When
        ProviderOutcome<NewParticipant> outcome = client.addParticipant("m-1", "alice", MeetingMedia.VIDEO, soon());

        // Then
        NewParticipant participant = ((Success<NewParticipant>) outcome).value();
        assertThat(participant.participantId()).isEqualTo(text(example, "/response/body/data/id"));
        assertThat(participant.token().expiresAt()).isEqualTo(Instant.ofEpochSecond(1_678_470_198));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void understandsTheExamplesOfRefusals(String name, FailureReason reason) {
        // Given
        JsonNode example = example(name);
        answers(example);

        // When
        ProviderOutcome<String> outcome = client.createMeeting("call-1", soon());

        // Then
        ProviderFailure failure = ((Failed<String>) outcome).failure();
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.detail()).contains(text(example, "/response/body/error/message"));
    }

    private static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("no-active-session", FailureReason.NOT_FOUND),
                Arguments.of("create-webhook-without-name", FailureReason.BAD_REQUEST),
                Arguments.of("webhook-of-a-bad-id", FailureReason.BAD_REQUEST));
    }

    private void answers(JsonNode example) {
        PROVIDER.stubFor(any(anyUrl())
                .willReturn(json(
                        example.at("/response/status").intValue(),
                        example.at("/response/body").toString())));
    }

    private static JsonNode example(String name) {
        try (InputStream file = Objects.requireNonNull(
                ProviderExamplesTest.class.getResourceAsStream("/realtimekit/exchanges/" + name + ".json"))) {
            return JsonMapper.shared().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonNode example, String pointer) {
        return example.at(pointer).stringValue();
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(10);
    }
}
