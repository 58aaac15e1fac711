package dev.ringline.notification.running;

import dev.ringline.testkit.TestIdentity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A device that reads its live stream over HTTP. */
final class StreamClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<Frame> frames = new CopyOnWriteArrayList<>();
    private final HttpResponse<InputStream> response;
    private final AtomicInteger comments = new AtomicInteger();
    private volatile boolean ended;

    record Frame(String event, JsonNode data) {

        String field(String name) {
            return data.path(name).asString("");
        }
    }

    private StreamClient(HttpResponse<InputStream> response) {
        this.response = response;
    }

    /** Connects; the first frame has come when this returns. */
    static StreamClient connect(int port, String device) {
        return connect(port, TestIdentity.tokenFor(device.substring(0, device.indexOf('-'))), device);
    }

    /** The same with any token. */
    static StreamClient connect(int port, String token, String device) {
        StreamClient client = new StreamClient(get(port, token, device));
        Thread.ofVirtual().start(client::read);
        client.await("snapshot");
        return client;
    }

    static HttpResponse<InputStream> get(int port, String token, String device) {
        return send(request(port, token, device));
    }

    static HttpRequest request(int port, String token, String device) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/stream"))
                .header("Authorization", "Bearer " + token)
                .header("Ringline-Device", device)
                .timeout(PATIENCE)
                .build();
    }

    static HttpResponse<InputStream> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new AssertionError("No answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError("Interrupted", e);
        }
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    Frame snapshot() {
        return frames.getFirst();
    }

    /** The first frame of this name, waited for. */
    Frame await(String event) {
        return await(event, _ -> true);
    }

    /** The first frame of this name about this call, waited for. */
    Frame await(String event, String callId) {
        return await(event, frame -> frame.field("callId").equals(callId));
    }

    private Frame await(String event, Predicate<Frame> wanted) {
        return Awaitility.await()
                .alias(event)
                .atMost(PATIENCE)
                .until(
                        () -> frames.stream()
                                .filter(frame -> frame.event().equals(event))
                                .filter(wanted)
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    void awaitEnd() {
        Awaitility.await().alias("end of the stream").atMost(PATIENCE).until(() -> ended);
    }

    boolean hasEnded() {
        return ended;
    }

    int comments() {
        return comments.get();
    }

    List<String> events() {
        return frames.stream().map(Frame::event).toList();
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }

    private void read() {
        try (InputStream body = response.body();
                var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String event = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    event = line.substring("event: ".length());
                } else if (line.startsWith(":")) {
                    comments.incrementAndGet();
                } else if (line.startsWith("data: ")) {
                    frames.add(new Frame(event, JsonMapper.shared().readTree(line.substring("data: ".length()))));
                }
            }
        } catch (IOException e) {
            // Closed from this side, or cut.
        } finally {
            ended = true;
        }
    }
}
