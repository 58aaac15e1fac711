package dev.ringline.notification.running;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.testkit.EventProbe;
import dev.ringline.testkit.TestIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReplicasIT {

    private static final String CALL_SERVICE = "/call-service";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int DEVICES = 10;

    private final String callee = ToldCall.someone();

    @AutoClose
    private final EventProbe probe = EventProbe.start();

    private final String name = "replicas-" + UUID.randomUUID();

    @Test
    void ringsUntilEverybodyHasLeftAndShowsTheRingsAfterItsRestart() throws IOException {
        // Given
        ToldCall call = ToldCall.to(callee);
        ToldCall late = ToldCall.to(callee);
        Replica first = Replica.start(name);
        List<StreamClient> devices = IntStream.range(0, DEVICES)
                .mapToObj(device -> StreamClient.connect(first.port(), callee + "-phone" + device))
                .toList();
        probe.publish(CALL_SERVICE, call.initiated());
        devices.forEach(device -> device.await("call.incoming"));
        var stopped = CompletableFuture.runAsync(first::close);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> devices.stream().anyMatch(device -> device.events().contains("reconnect")));
        // When
        probe.publish(CALL_SERVICE, late.initiated());
        // Then
        devices.forEach(device -> device.await("call.incoming", late.callId()));
        devices.forEach(
                device -> assertThat(device.await("reconnect").field("reason")).isEqualTo("shutdown"));
        for (StreamClient device : devices) {
            device.close();
        }
        stopped.join();
        try (Replica second = Replica.start(name);
                var after = StreamClient.connect(second.port(), callee + "-phone")) {
            assertThat(shownIn(after)).containsExactlyInAnyOrder(call.callId(), late.callId());
        }
    }

    @Test
    void losesNoRingWhileOneReplicaIsRestartedAfterTheOther() throws IOException {
        // Given
        AtomicReference<Replica> one = new AtomicReference<>(Replica.start(name));
        AtomicReference<Replica> other = new AtomicReference<>(Replica.start(name));
        IntSupplier ports = () -> ThreadLocalRandom.current().nextBoolean()
                ? one.get().port()
                : other.get().port();
        Map<LastingDevice, Set<String>> dialled = IntStream.range(0, DEVICES)
                .mapToObj(_ -> LastingDevice.of(ToldCall.someone(), ports))
                .collect(toMap(device -> device, _ -> ConcurrentHashMap.newKeySet()));
        var load = Executors.newSingleThreadScheduledExecutor();
        var dialling = load.scheduleAtFixedRate(() -> dialled.forEach(this::dial), 0, 250, TimeUnit.MILLISECONDS);
        try {
            awaitRings(dialled);
            // When
            for (var replica : List.of(one, other)) {
                replica.get().close();
                replica.set(Replica.start(name));
            }
            // Then
            assertThat(dialling.isDone()).as("the load broke off").isFalse();
            load.shutdownNow();
            awaitRings(dialled);
        } finally {
            load.shutdownNow();
            dialled.keySet().forEach(LastingDevice::close);
            one.get().close(); // which ends what they still listen to
            other.get().close();
        }
    }

    private static void awaitRings(Map<LastingDevice, Set<String>> dialled) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(dialled)
                        .allSatisfy((device, calls) ->
                                assertThat(device.rang()).isNotEmpty().containsAll(calls)));
    }

    private void dial(LastingDevice callee, Set<String> dialled) {
        ToldCall call = ToldCall.to(callee.user());
        probe.publish(CALL_SERVICE, call.initiated());
        dialled.add(call.callId());
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

    /** Comes back whenever its stream ends, to either replica, and notes what rings. */
    private static final class LastingDevice implements AutoCloseable {

        private final String user;
        private final IntSupplier ports;
        private final Set<String> rang = ConcurrentHashMap.newKeySet();
        private volatile boolean over;

        private LastingDevice(String user, IntSupplier ports) {
            this.user = user;
            this.ports = ports;
        }

        static LastingDevice of(String user, IntSupplier ports) {
            LastingDevice device = new LastingDevice(user, ports);
            Thread.ofVirtual().start(device::listen);
            return device;
        }

        String user() {
            return user;
        }

        Set<String> rang() {
            return rang;
        }

        @Override
        public void close() {
            over = true;
        }

        private void listen() {
            HttpClient http = HttpClient.newHttpClient();
            while (!over) {
                var request = StreamClient.request(ports.getAsInt(), TestIdentity.tokenFor(user), user + "-phone");
                try (var lines =
                        http.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
                    lines.filter(line -> line.startsWith("data: "))
                            .takeWhile(line -> !line.contains("\"reason\":\"shutdown\"")) // leaves
                            .map(line -> JsonMapper.shared().readTree(line.substring("data: ".length())))
                            .flatMap(data ->
                                    data.has("calls") ? data.get("calls").valueStream() : Stream.of(data))
                            .filter(call -> call.path("status").asString("").equals("ringing"))
                            .forEach(call -> rang.add(call.get("callId").asString()));
                } catch (IOException | UncheckedIOException gone) {
                    // the other one is there
                } catch (InterruptedException e) {
                    over = true;
                }
            }
        }
    }
}
