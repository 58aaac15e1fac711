package dev.ringline.notification.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ringline.contracts.UserEvent.UserErased;
import dev.ringline.testkit.EventProbe;
import dev.ringline.testkit.RealParts;
import dev.ringline.testkit.wire.EventWire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From events to the app's backend, on a real broker, a real database and a real HTTP server. */
@RealParts
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class WebhooksIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int BUSY = 429;
    private static final Backend BACKEND = new Backend();

    @AutoClose
    private final EventProbe probe = EventProbe.start();

    @Autowired
    private MongoTemplate mongo;

    private final ToldCall call = ToldCall.to(ToldCall.someone());

    record Received(String id, String body) {}

    /** The app's: takes everything unless it was told to answer otherwise; while it is busy, it wants an hour's rest. */
    private static final class Backend {

        private final HttpServer server;
        private final List<Received> received = new CopyOnWriteArrayList<>();
        private final Queue<Integer> answers = new ArrayDeque<>();

        Backend() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            server.createContext("/", this::take);
            server.start();
        }

        private synchronized void take(HttpExchange exchange) throws IOException {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            received.add(new Received(exchange.getRequestHeaders().getFirst("webhook-id"), body));
            Integer answer = answers.poll();
            if (Objects.equals(answer, BUSY)) {
                exchange.getResponseHeaders().set("Retry-After", "3600");
            }
            exchange.sendResponseHeaders(answer == null ? 204 : answer, -1);
            exchange.close();
        }

        synchronized void answer(int... statuses) {
            for (int status : statuses) {
                answers.add(status);
            }
        }

        List<Received> about(String callId) {
            return received.stream()
                    .filter(request -> request.body().contains(callId))
                    .toList();
        }

        String address() {
            return "localhost:" + server.getAddress().getPort();
        }
    }

    @DynamicPropertySource
    static void endpoint(DynamicPropertyRegistry properties) throws IOException {
        Path secret = Files.writeString(
                Files.createTempFile("webhook", ".secret"),
                "whsec_" + Base64.getEncoder().encodeToString(new byte[32]));
        properties.add("ringline.webhooks.endpoints[0].url", () -> "http://" + BACKEND.address() + "/ringline");
        properties.add("ringline.webhooks.endpoints[0].secret-file", secret::toString);
        properties.add("ringline.webhooks.endpoints[0].events", () -> "call.initiated,call.ended,message.created");
        properties.add("ringline.webhooks.local-endpoints", BACKEND::address);
    }

    @AfterAll
    static void stop() {
        BACKEND.server.stop(0);
    }

    @Test
    void tellsTheBackendOnceWhatItWantsToKnow() {
        // Given
        var initiated = EventWire.record("/call-service", call.initiated());
        var answered = call.answered("phone");

        // When
        probe.send(initiated);
        probe.send(initiated);
        probe.publish("/call-service", answered);
        probe.publish("/call-service", call.cancelled());
        probe.publish("/message-service", call.written("c1"));

        // Then
        await().atMost(PATIENCE).until(() -> jobsDone() == 3);
        assertThat(BACKEND.about(call.callId()))
                .extracting(request -> request.body().replaceAll("^.\"type\":\"([a-z.]+)\".*", "$1"))
                .containsExactlyInAnyOrder("call.initiated", "call.ended", "message.created");
    }

    @Test
    void tellsItAgainUntilItIsTaken() {
        // Given
        BACKEND.answer(500, 503);

        // When
        probe.publish("/call-service", call.initiated());

        // Then
        await().atMost(PATIENCE).until(() -> jobsDone() == 1);
        List<Received> attempts = BACKEND.about(call.callId());
        assertThat(attempts).hasSize(3);
        assertThat(attempts.stream().distinct()).hasSize(1);
    }

    @Test
    void endsWhenItIsWantedNoMore() {
        // Given
        BACKEND.answer(410);

        // When
        probe.publish("/call-service", call.initiated());

        // Then
        await().atMost(PATIENCE).until(() -> jobsDone() == 1);
        assertThat(BACKEND.about(call.callId())).hasSize(1);
    }

    @Test
    void tellsNothingMoreOfSomebodyWhoWasErased() {
        // Given
        BACKEND.answer(BUSY);
        var initiated = call.initiated();
        String callee = initiated.call().calleeId();
        probe.publish("/call-service", initiated);
        await().atMost(PATIENCE).until(() -> !BACKEND.about(call.callId()).isEmpty());

        // When
        probe.publish("/call-service", new UserErased(callee, 1, Instant.now()));

        // Then
        await().atMost(PATIENCE).until(() -> jobsNaming(callee) == 0);
        assertThat(mongo.getCollection("webhooks").find(new Document("eventId", new Document("$in", eventIds()))))
                .isNotEmpty()
                .allMatch(job -> "erased".equals(job.getString("outcome")) && !job.containsKey("due"));
    }

    private long jobsDone() {
        return mongo.getCollection("webhooks")
                .countDocuments(new Document("eventId", new Document("$in", eventIds()))
                        .append("outcome", new Document("$exists", true)));
    }

    private List<String> eventIds() {
        return BACKEND.about(call.callId()).stream().map(Received::id).toList();
    }

    private long jobsNaming(String user) {
        return mongo.getCollection("webhooks").countDocuments(new Document("call.calleeId", user));
    }
}
