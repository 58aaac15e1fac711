package dev.ringline.notification.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.testkit.EventProbe;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ReplicasIT {

    private static final String CALL_SERVICE = "/call-service";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String callee = ToldCall.someone();

    @AutoClose
    private final EventProbe probe = EventProbe.start();

    private final String name = "replicas-" + UUID.randomUUID();

    @Test
    void sendsEverybodyAwayBeforeItStopsAndShowsTheRingAfterItsRestart() throws IOException {
        // Given
        ToldCall call = ToldCall.to(callee);
        Replica first = Replica.start(name);
        StreamClient before = StreamClient.connect(first.port(), callee + "-phone");
        probe.publish(CALL_SERVICE, call.initiated());
        before.await("call.incoming");
        // When
        first.close();
        // Then
        before.awaitEnd();
        assertThat(before.events()).containsExactly("snapshot", "call.incoming", "reconnect");
        assertThat(before.await("reconnect").data().get("delayMs").asLong()).isBetween(0L, 1_000L);
        try (Replica second = Replica.start(name);
                var after = StreamClient.connect(second.port(), callee + "-phone")) {
            assertThat(shownIn(after)).containsExactly(call.callId());
        }
    }

    @Test
    void endsAStreamOnAnotherReplicaWhenItsDeviceLogsOut() throws IOException {
        try (Replica first = Replica.start(name);
                Replica second = Replica.start(name);
                var phone = StreamClient.connect(second.port(), callee + "-phone")) {
            // When
            ApiClient.of(first.port(), callee).delete("/v1/devices/" + callee + "-phone");
            // Then
            assertThat(phone.await("reconnect").field("reason")).isEqualTo("deregistered");
            phone.awaitEnd();
        }
    }

    @Test
    void servesTheDevicesOfOneUserOnTwoReplicasAndRemembersLongCalls() throws IOException {
        // Given
        ToldCall call = ToldCall.to(callee);
        try (Replica one = Replica.start(name);
                Replica other = Replica.start(name);
                var phone = StreamClient.connect(one.port(), callee + "-phone");
                var tablet = StreamClient.connect(other.port(), callee + "-tablet")) {
            probe.publish(CALL_SERVICE, call.initiated());
            phone.await("call.incoming");
            tablet.await("call.incoming");
            // When
            probe.publish(CALL_SERVICE, call.answered(callee + "-phone"));
            // Then
            phone.await("call.answered");
            tablet.await("call.stopped");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> Long.valueOf(2)
                            .equals(one.projection()
                                    .sequences(List.of(call.callId()))
                                    .get(call.callId())));
        }
        try (Replica later = Replica.start(name, Duration.ofMinutes(10));
                var phone = StreamClient.connect(later.port(), callee + "-phone")) {
            assertThat(shownIn(phone)).containsExactly(call.callId());
            assertThat(phone.snapshot().data().at("/calls/0/heldByThisDevice").asBoolean())
                    .isTrue();
        }
    }

    private static List<String> shownIn(StreamClient client) {
        return client.snapshot()
                .data()
                .get("calls")
                .valueStream()
                .map(call -> call.get("callId").asString())
                .toList();
    }
}
