package dev.ringline.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who registered a webhook: takes what comes, and answers 200 unless told otherwise. */
public final class Receiver implements AutoCloseable {

    /** A delivery as it arrived. */
    public record Received(String signature, String uuid, String webhookId, byte[] body) {

        public String text(String pointer) {
            return JsonMapper.shared().readTree(body).at(pointer).asString();
        }

        public String event() {
            return text("/event");
        }
    }

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::receive);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** Answers these, then 200 again. */
    public void answers(Integer... next) {
        statuses.addAll(List.of(next));
    }

    /** In the order of arrival. */
    public List<Received> received() {
        return received;
    }

    public List<String> events() {
        return received.stream().map(Received::event).toList();
    }

    private void receive(HttpExchange exchange) throws IOException {
        Integer status = statuses.poll();
        received.add(new Received(
                header(exchange, "rtk-signature"),
                header(exchange, "rtk-uuid"),
                header(exchange, "rtk-webhook-id"),
                exchange.getRequestBody().readAllBytes()));
        exchange.sendResponseHeaders(status == null ? 200 : status, -1);
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
