package dev.ringline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.contracts.CallEvent.CallReady;
import dev.ringline.contracts.MessageEvent.MessageWritten;
import dev.ringline.e2e.phone.Patience;
import dev.ringline.e2e.world.OnTheStack;
import dev.ringline.e2e.world.Story;
import dev.ringline.e2e.world.World;
import dev.ringline.local.Service;
import java.net.http.HttpRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator sees of a call. */
@OnTheStack
class ObservabilityE2E {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static final Set<Service> SERVICES = EnumSet.of(
            Service.CALL_SERVICE, Service.MEETING_PROVISIONER, Service.NOTIFICATION_SERVICE, Service.MESSAGE_SERVICE);

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
        var dial = alice.dialling(world.phone("bob-traced", "phone"), "\"media\":\"video\"");
        var callId = alice.send(traced(dial)).expect(201).callId();
        world.events().await(CallReady.class, callId);

        // When
        alice.send(traced(alice.posting("/v1/calls/" + callId + "/end", ""))).expect(200);

        // Then
        world.events().await(MessageWritten.class, callId);
        assertThat(tracesOf(callId)).hasSizeGreaterThan(4).allMatch(traceparent -> traceparent.contains(TRACE));
        SERVICES.forEach(service -> Patience.untilAsserted(() -> assertThat(tracedLines(service))
                .as("traced lines in the log of %s", service)
                .anyMatch(line -> line.contains(callId))));
        Patience.untilAsserted(() -> assertThat(tracedLines(Service.API_GATEWAY))
                .as("traced lines in the log of the gateway")
                .isNotEmpty());
    }

    private List<String> tracedLines(Service service) {
        return world.log(service).stream().filter(line -> line.contains(TRACE)).toList();
    }

    private static HttpRequest.Builder traced(HttpRequest.Builder request) {
        return request.header("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(TRACE));
    }

    /** Of every event about the call, on whichever topic. */
    private List<String> tracesOf(String callId) {
        return world.events().records().stream()
                .filter(record -> Story.header(record, "ce_subject").equals(callId))
                .map(record -> Story.header(record, "traceparent"))
                .toList();
    }
}
