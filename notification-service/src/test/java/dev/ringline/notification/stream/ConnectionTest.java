package dev.ringline.notification.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.notification.CallView;
import dev.ringline.notification.Frame;
import dev.ringline.notification.Frame.Reconnect.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

class ConnectionTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    private static final Duration QUIET = Duration.ofSeconds(15);
    private static final Frame AWAY = new Frame.Reconnect(1, Reason.SHUTDOWN);

    private final Connection connection =
            new Connection(new StreamOwner("bob", "bob-phone", null, NOW.plusSeconds(3600)), 3, NOW);
    private final List<String> written = new ArrayList<>();
    private final AtomicReference<Throwable> cut = new AtomicReference<>();

    ConnectionTest() {
        connection.cut().subscribe(_ -> {}, cut::set);
    }

    @Test
    void holdsFramesBackUntilTheSnapshotIsWritten() {
        // Given
        read(Long.MAX_VALUE);
        connection.offer(frame("c1", 2), NOW);
        assertThat(written).isEmpty();
        // When
        open(Map.of("c1", 1L));
        // Then
        assertThat(written).containsExactly("snapshot", "c1/2");
    }

    @Test
    void leavesOutWhatTheSnapshotTold() {
        // Given
        read(Long.MAX_VALUE);
        connection.offer(frame("c1", 1), NOW);
        open(Map.of("c1", 2L));
        // When
        connection.offer(frame("c1", 2), NOW);
        connection.offer(frame("c1", 3), NOW);
        connection.offer(frame("c2", 1), NOW);
        // Then
        assertThat(written).containsExactly("snapshot", "c1/3", "c2/1");
    }

    @Test
    void cutsAReaderWhoseBufferIsFull() {
        // Given
        read(0);
        open(Map.of());
        connection.offer(frame("c1", 1), NOW);
        connection.offer(frame("c1", 2), NOW);
        assertThat(cut).hasNullValue();
        // When
        connection.offer(frame("c1", 3), NOW);
        // Then
        assertThat(cut.get()).isInstanceOf(SlowReaderException.class);
    }

    @Test
    void cutsAConnectionThatMissesTooMuchBeforeItsSnapshot() {
        // Given
        for (int sequence = 1; sequence <= 3; sequence++) {
            connection.offer(frame("c1", sequence), NOW);
        }
        // When
        connection.offer(frame("c1", 4), NOW);
        // Then
        assertThat(cut.get()).isInstanceOf(SlowReaderException.class);
    }

    @Test
    void writesACommentOnlyAfterAQuietTime() {
        // Given
        read(Long.MAX_VALUE);
        open(Map.of());
        connection.offer(frame("c1", 1), NOW.plusSeconds(5));
        // When
        connection.keepAlive(QUIET, NOW.plusSeconds(19));
        connection.keepAlive(QUIET, NOW.plusSeconds(20));
        connection.keepAlive(QUIET, NOW.plusSeconds(21));
        // Then
        assertThat(written).containsExactly("snapshot", "c1/1", ":\n\n");
    }

    @Test
    void cutsAConnectionInWhichSomethingLiesUnreadForAQuietTime() {
        // Given
        read(0);
        open(Map.of());
        // When
        connection.keepAlive(QUIET, NOW.plus(QUIET));
        // Then
        assertThat(cut.get()).isInstanceOf(SlowReaderException.class);
    }

    @Test
    void cutsAConnectionWhoseEndLiesUnreadForAQuietTime() {
        // Given
        read(0);
        open(Map.of());
        connection.close(packet(AWAY, "reconnect"), "shutdown", NOW);
        // When
        connection.keepAlive(QUIET, NOW.plus(QUIET).minusMillis(1));
        assertThat(cut).hasNullValue();
        connection.keepAlive(QUIET, NOW.plus(QUIET));
        // Then
        assertThat(cut.get()).isInstanceOf(SlowReaderException.class);
    }

    @Test
    void remembersWhyItEndedFirst() {
        // Given
        open(Map.of());
        connection.close("replaced");
        // When
        connection.close("left");
        // Then
        assertThat(connection.isOver()).isTrue();
        assertThat(connection.outcome()).isEqualTo("replaced");
    }

    @Test
    void endsAfterItsLastFrame() {
        // Given
        read(Long.MAX_VALUE);
        open(Map.of());
        // When
        connection.close(packet(AWAY, "reconnect"), "shutdown", NOW);
        connection.offer(frame("c1", 1), NOW);
        // Then
        assertThat(written).containsExactly("snapshot", "reconnect", "end");
    }

    private void open(Map<String, Long> told) {
        connection.open(packet(new Frame.Snapshot(List.of(), NOW), "snapshot"), told, NOW);
    }

    private void read(long demand) {
        Flux<String> texts = connection.frames().map(bytes -> new String(bytes, UTF_8));
        texts.subscribe(new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(org.reactivestreams.Subscription subscription) {
                if (demand > 0) {
                    request(demand);
                }
            }

            @Override
            protected void hookOnNext(String text) {
                written.add(text);
            }

            @Override
            protected void hookOnComplete() {
                written.add("end");
            }
        });
    }

    private static Packet frame(String callId, long sequence) {
        CallView view = new CallView(
                callId, sequence, "ringing", "dialing", "audio", "alice", "bob", "c1", null, null, null, null, null,
                null, null, null, NOW);
        return packet(new Frame.OfCall("call.alerting", sequence, view), callId + "/" + sequence);
    }

    private static Packet packet(Frame frame, String text) {
        return new Packet(frame, text.getBytes(UTF_8));
    }
}
