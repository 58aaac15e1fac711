package dev.ringline.e2e.phone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;

/** Reads Server-Sent Events as they come, until either side closes the connection. */
final class LiveStream implements AutoCloseable {

    private final InputStream body;
    private final List<Frame> frames = new CopyOnWriteArrayList<>();

    private LiveStream(InputStream body) {
        this.body = body;
    }

    static LiveStream over(InputStream body) {
        var stream = new LiveStream(body);
        Thread.ofVirtual().start(stream::read);
        return stream;
    }

    /** Those that came so far, oldest first. */
    List<Frame> frames() {
        return List.copyOf(frames);
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot hang up a live stream", e);
        }
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            var name = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:")) {
                    name = line.substring("event:".length()).strip();
                } else if (line.startsWith("data:")) {
                    take(name, line.substring("data:".length()));
                }
            }
        } catch (IOException expected) {
            // one side hung up
        }
    }

    private void take(String name, String data) {
        frames.add(new Frame(name, JsonMapper.shared().readTree(data), Instant.now()));
    }
}
