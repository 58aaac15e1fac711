package dev.ringline.notification.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

@Timeout(20)
class EventStreamTest {

    private final LinkedBlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>(4);
    private final Sinks.Many<byte[]> frames = Sinks.many().unicast().onBackpressureBuffer(waiting);

    @AutoClose("disposeNow")
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle(new ReactorHttpHandlerAdapter((_, response) -> EventStream.write(frames.asFlux(), response)))
            .bindNow();

    @Test
    void sendsHeadersAndFramesAsTheyCome() throws IOException {
        try (Socket socket = connect()) {
            // Given
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            frames.tryEmitNext("data: one\n\n".getBytes(US_ASCII)).orThrow();
            List<String> first = until("data: one", lines);
            // When
            frames.tryEmitNext("data: two\n\n".getBytes(US_ASCII)).orThrow();
            // Then
            until("data: two", lines);
            assertThat(first)
                    .startsWith("HTTP/1.1 200 OK")
                    .contains("Content-Type: text/event-stream", "transfer-encoding: chunked");
        }
    }

    @Test
    void endsTheConnectionWithTheStream() throws IOException {
        try (Socket socket = connect()) {
            // Given
            frames.tryEmitNext("data: one\n\n".getBytes(US_ASCII)).orThrow();
            // When
            frames.tryEmitComplete().orThrow();
            // Then
            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .containsIgnoringCase("connection: close")
                    .endsWith("data: one\n\n\r\n0\r\n\r\n");
        }
    }

    @Test
    void takesNoMoreThanAStalledClientReads() throws IOException {
        try (Socket stalled = connect()) {
            // Given
            byte[] large = new byte[1_000_000];
            // When
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> frames.tryEmitNext(large) == Sinks.EmitResult.FAIL_OVERFLOW);
            // Then
            assertThat(waiting).hasSize(4);
            assertThat(stalled.isConnected()).isTrue();
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
        return socket;
    }

    private static List<String> until(String wanted, BufferedReader lines) throws IOException {
        List<String> read = new ArrayList<>();
        do {
            read.add(lines.readLine());
        } while (!read.getLast().equals(wanted));
        return read;
    }
}
