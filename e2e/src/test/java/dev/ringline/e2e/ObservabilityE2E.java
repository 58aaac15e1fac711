package dev.ringline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.contracts.CallEvent.CallInitiated;
import dev.ringline.contracts.CallEvent.CallReady;
import dev.ringline.contracts.Topics;
import dev.ringline.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator sees of a call. */
@OnTheStack
class ObservabilityE2E {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final World world;

    ObservabilityE2E(World world) {
        this.world = world;
    }

    @ParameterizedTest
    @CsvSource(delimiter = ':', textBlock = """
                    CALL_SERVICE         : ringline_calls_active
                    CALL_SERVICE         : ringline_calls_ended_total
                    CALL_SERVICE         : ringline_call_time_to_answer_seconds
                    CALL_SERVICE         : ringline_outbox_lag_seconds
                    CALL_SERVICE         : ringline_timer_lateness_seconds
                    CALL_SERVICE         : ringline_dead_letters_total
                    MEETING_PROVISIONER  : ringline_provider_requests_seconds
                    MEETING_PROVISIONER  : ringline_outbox_lag_seconds
                    MEETING_PROVISIONER  : ringline_timer_lateness_seconds
                    MEETING_PROVISIONER  : ringline_dead_letters_total
                    NOTIFICATION_SERVICE : ringline_call_time_to_ring_seconds
                    NOTIFICATION_SERVICE : ringline_stream_connections
                    NOTIFICATION_SERVICE : ringline_dead_letters_total
                    MESSAGE_SERVICE      : ringline_outbox_lag_seconds
                    MESSAGE_SERVICE      : ringline_dead_letters_total
                    """)
    void measuresWhatHappens(Service service, String metric) {
        // Given
        try (var pair = world.strangers()) {
            var callId = pair.talking();
            pair.alice().awaitFrame("call.ready", callId);
            pair.alice().end(callId).expect(200);
            pair.alice().awaitFrame("message.created", callId);
        }

        // When
        var metrics = world.service(service).get("/actuator/prometheus").expect(200);

        // Then
        assertThat(metrics.body().lines()).anyMatch(line -> line.startsWith(metric));
    }

    @Test
    void followsACallThroughAllServicesByOneTraceId() {
        // Given
        var alice = world.phone("alice-traced", "phone");
        var dial = alice.dialling(world.phone("bob-traced", "phone"), "\"media\":\"video\"")
                .header("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(TRACE));

        // When
        var callId = alice.send(dial).expect(201).callId();

        // Then
        world.events().await(CallInitiated.class, callId);
        world.events().await(CallReady.class, callId);
        assertThat(tracesOf(Topics.CALL_EVENTS, callId)).allMatch(traceparent -> traceparent.contains(TRACE));
        assertThat(tracesOf(Topics.MEETING_EVENTS, callId)).allMatch(traceparent -> traceparent.contains(TRACE));
        Patience.untilAsserted(() -> assertThat(logOfCallService())
                .filteredOn(line -> line.contains(TRACE) && line.contains(callId))
                .as("it went to the provisioner and came back")
                .anyMatch(line -> line.contains("dev.ringline.meeting.provisioned.v1")));
    }

    private List<String> tracesOf(String topic, String callId) {
        return world.events().records().stream()
                .filter(record -> record.topic().equals(topic) && Objects.equals(record.key(), callId))
                .map(record -> Story.header(record, "traceparent"))
                .toList();
    }

    private List<String> logOfCallService() throws IOException {
        return Files.readAllLines(world.home().log(Service.CALL_SERVICE.module()));
    }
}
