package dev.ringline.benchmarks.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BalancerTest {

    private final List<HttpServer> servers = new ArrayList<>();
    private final Set<Integer> ready = ConcurrentHashMap.newKeySet();

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void takesTheReplicasInTurn() throws IOException {
        // Given
        List<Integer> replicas = List.of(replica("one"), replica("two"));
        ready.addAll(replicas);

        // When
        Set<String> answers;
        try (Balancer balancer = Balancer.before(replicas, ready::contains)) {
            answers = new TreeSet<>(List.of(ask(balancer), ask(balancer)));
        }

        // Then
        assertThat(answers).containsExactly("one", "two");
    }

    @Test
    void leavesOutWhoIsNotReadyAnyMore() throws IOException {
        // Given
        int one = replica("one");
        int two = replica("two");
        ready.addAll(List.of(one, two));
        try (Balancer balancer = Balancer.before(List.of(one, two), ready::contains)) {

            // When
            ready.remove(one);

            // Then
            await().untilAsserted(() -> assertThat(List.of(ask(balancer), ask(balancer), ask(balancer)))
                    .containsOnly("two"));
        }
    }

    @Test
    void triesTheNextWhenOneIsGone() throws IOException {
        // Given
        int one = replica("one");
        int two = replica("two");
        try (Balancer balancer = Balancer.before(List.of(one, two), _ -> true)) {

            // When
            servers.getFirst().stop(0);

            // Then
            assertThat(List.of(ask(balancer), ask(balancer))).containsOnly("two");
        }
    }

    private int replica(String name) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] answer = name.getBytes(StandardCharsets.US_ASCII);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        servers.add(server);
        return server.getAddress().getPort();
    }

    /** On a connection of its own. */
    private static String ask(Balancer balancer) {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + balancer.port()).toURL().openConnection();
            connection.setRequestProperty("Connection", "close");
            try (var body = connection.getInputStream()) {
                return new String(body.readAllBytes(), StandardCharsets.US_ASCII);
            }
        } catch (IOException e) {
            return "nobody: " + e.getMessage();
        }
    }
}
