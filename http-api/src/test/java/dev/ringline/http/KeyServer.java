package dev.ringline.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** An identity provider that serves its keys, unless it is down. */
final class KeyServer implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger fetches = new AtomicInteger();

    private volatile boolean down;

    KeyServer(String keySet) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jwks.json", exchange -> answer(exchange, keySet));
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(exchange, "{\"jwks_uri\":\"" + address() + "/jwks.json\"}"));
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    int fetches() {
        return fetches.get();
    }

    void down(boolean down) {
        this.down = down;
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        fetches.incrementAndGet();
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(down ? 500 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
