package dev.ringline.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A service behind the gateway: tells what reached it, streams frames, keeps silent or hangs up. */
final class Backend implements AutoCloseable {

    /**
     * What reached the service.
     *
     * @param connection tells it from other connections that are open at that time
     */
    record Seen(String method, String uri, List<String> headers, int connection) {}

    private final String name;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final AtomicInteger openStreams = new AtomicInteger();

    private volatile CountDownLatch closed = new CountDownLatch(1);
    private volatile CountDownLatch streams = new CountDownLatch(1);
    private ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    Backend(String name) {
        this.name = name;
        this.server = server(0);
    }

    private HttpServer server(int port) {
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), port), 0);
            started.setExecutor(threads);
            started.createContext("/", this::answer);
            started.start();
            return started;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** At the address where it was before. */
    void restart() {
        close();
        closed = new CountDownLatch(1);
        threads = Executors.newVirtualThreadPerTaskExecutor();
        server = server(server.getAddress().getPort());
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    List<Seen> seen() {
        return seen;
    }

    int openStreams() {
        return openStreams.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        seen.add(new Seen(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers(exchange),
                exchange.getRemoteAddress().getPort()));
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/v1/stream" -> stream(exchange);
                case "/v1/calls/silent" -> closed.await();
                case "/v1/calls/hang-up" -> exchange.close();
                default -> text(exchange);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> headers(HttpExchange exchange) {
        return exchange.getRequestHeaders().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
                .toList();
    }

    private void text(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, name.length());
        exchange.getResponseBody().write(name.getBytes(UTF_8));
    }

    private void stream(HttpExchange exchange) throws IOException, InterruptedException {
        CountDownLatch end = streams;
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.sendResponseHeaders(200, 0);
        openStreams.incrementAndGet();
        try {
            for (int frame = 0; !end.await(100, TimeUnit.MILLISECONDS); frame++) {
                exchange.getResponseBody()
                        .write("event: tick\ndata: %d\n\n".formatted(frame).getBytes(UTF_8));
                exchange.getResponseBody().flush();
            }
        } finally {
            openStreams.decrementAndGet();
        }
    }

    /** In good order; the service goes on. */
    void endStreams() {
        streams.countDown();
        streams = new CountDownLatch(1);
    }

    /** As a process that is killed: without a word to those who are connected. */
    @Override
    public void close() {
        server.stop(0);
        closed.countDown();
        endStreams();
        threads.close();
    }
}
