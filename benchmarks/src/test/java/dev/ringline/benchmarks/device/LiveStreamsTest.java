package dev.ringline.benchmarks.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ringline.benchmarks.device.LiveStreams.Device;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveStreamsTest {

    private static final List<Device> PHONES = List.of(new Device("alice", "phone-1"), new Device("bob", "phone-2"));

    /** What each device is sent, in the pieces in which it is sent. */
    private final ConcurrentMap<String, List<String>> pieces = new ConcurrentHashMap<>();

    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private LiveStreams streams;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/stream", this::stream);
        server.setExecutor(threads);
        server.start();
        streams = new LiveStreams(server.getAddress().getPort(), device -> Map.of("Ringline-Device", device.name()));
    }

    @AfterEach
    void stop() {
        end.countDown();
        streams.close();
        server.stop(0);
        threads.close();
    }

    @Test
    void tellsWhichDeviceGotWhichFrame() {
        // Given
        pieces.put("phone-1", List.of("event: snapshot\ndata: {}\n\n", ":\n\n", incoming("c1")));
        pieces.put("phone-2", List.of("event: snapshot\ndata: {}\n\n", incoming("c2")));

        // When
        streams.open(PHONES);

        // Then
        Awaitility.await().until(streams.told("c1", "call.incoming", "phone-1")::isDone);
        Awaitility.await().until(streams.told("c2", "call.incoming", "phone-2")::isDone);
        assertThat(streams.told("c1", "call.incoming", "phone-2")).isNotDone();
    }

    @Test
    void putsTogetherWhatComesInPieces() {
        // Given
        String all = "event: snapshot\ndata: {}\n\n" + incoming("c1");
        pieces.put("phone-1", all.chars().mapToObj(Character::toString).toList());

        // When
        streams.open(PHONES.subList(0, 1));

        // Then
        Awaitility.await().until(streams.told("c1", "call.incoming", "phone-1")::isDone);
    }

    @Test
    void countsStreamsThatEnd() {
        // Given
        pieces.put("phone-1", List.of("event: snapshot\ndata: {}\n\n"));
        pieces.put("phone-2", List.of("event: snapshot\ndata: {}\n\n"));
        streams.open(PHONES);

        // When
        end.countDown();

        // Then
        Awaitility.await().until(() -> streams.lost() == 2);
    }

    @Test
    void countsNoneThatItClosesItself() {
        // Given
        pieces.put("phone-1", List.of("event: snapshot\ndata: {}\n\n"));
        streams.open(PHONES.subList(0, 1));

        // When
        streams.close();

        // Then
        assertThat(streams.lost()).isZero();
    }

    @Test
    void saysThatAStreamWasRefused() {
        // Given: no pieces for anybody
        // When
        // Then
        assertThatThrownBy(() -> streams.open(PHONES)).hasMessageContaining("503");
    }

    @Test
    void readsNothingForTheDeafAfterTheSnapshot() {
        // Given: more than any buffer between the two takes
        String much = "x".repeat(100_000);
        CompletableFuture<Void> written = new CompletableFuture<>();
        server.removeContext("/v1/stream");
        server.createContext("/v1/stream", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            write(exchange, "event: snapshot\ndata: {}\n\n");
            for (int times = 0; times < 200; times++) {
                write(exchange, "event: much\ndata: {\"text\":\"" + much + "\"}\n\n");
            }
            written.complete(null);
        });

        // When
        streams.openDeaf(PHONES.subList(0, 1));

        // Then
        assertThat(written).isNotDone();
    }

    @Test
    void comesBackWhereItIsTo() {
        // Given: the first stream sends the device away at once, and by the next one something rings
        pieces.put("phone-1", List.of("event: snapshot\ndata: {}\n\n", "event: reconnect\ndata: {\"delayMs\":5}\n\n"));
        end.countDown();
        streams.openLasting(PHONES.subList(0, 1));

        // When
        pieces.put("phone-1", List.of(snapshotWithRinging("c1")));

        // Then
        Awaitility.await().until(streams.told("c1", "call.incoming", "phone-1")::isDone);
        assertThat(streams.lost()).isZero();
    }

    @Test
    void listensToTheFormerStreamUntilTheNextOneHasBegun() {
        // Given: the first stream asks the device to leave, and goes on
        CountDownLatch next = new CountDownLatch(2);
        server.removeContext("/v1/stream");
        server.createContext("/v1/stream", exchange -> {
            next.countDown();
            exchange.sendResponseHeaders(200, 0);
            if (next.getCount() == 1) {
                write(exchange, "event: snapshot\ndata: {}\n\nevent: reconnect\ndata: {\"delayMs\":0}\n\n");
                await(next);
                write(exchange, incoming("c1"));
            } else {
                streams.told("c1", "call.incoming", "phone-1").join();
                write(exchange, snapshotWithRinging("c2"));
            }
            await(end);
            exchange.close();
        });

        // When
        streams.openLasting(PHONES.subList(0, 1));

        // Then
        Awaitility.await().until(streams.told("c2", "call.incoming", "phone-1")::isDone);
    }

    private void stream(HttpExchange exchange) throws IOException {
        List<String> all = pieces.get(exchange.getRequestHeaders().getFirst("Ringline-Device"));
        if (all == null) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        for (String piece : all) {
            write(exchange, piece);
        }
        await(end);
        exchange.close();
    }

    private static void write(HttpExchange exchange, String text) throws IOException {
        exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String snapshotWithRinging(String callId) {
        return "event: snapshot\ndata: {\"calls\":[{\"callId\":\"%s\",\"status\":\"ringing\",\"at\":\"2026-11-22T09:30:00Z\"}]}\n\n"
                .formatted(callId);
    }

    private static String incoming(String callId) {
        return "event: call.incoming\ndata: {\"callId\":\"%s\",\"at\":\"2026-11-22T09:30:00Z\"}\n\n".formatted(callId);
    }
}
