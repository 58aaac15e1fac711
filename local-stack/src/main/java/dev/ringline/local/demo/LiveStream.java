package dev.ringline.local.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;

/** Reads server-sent events on a thread of its own and keeps every frame. */
final class LiveStream implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String user;
    private final InputStream body;
    private final Consumer<Frame> onFrame;
    private final List<Frame> frames = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private boolean ended;

    private LiveStream(String user, InputStream body, Consumer<Frame> onFrame) {
        this.user = user;
        this.body = body;
        this.onFrame = onFrame;
    }

    /** {@code onFrame} is told of every frame as it arrives, before anybody who waits for it. */
    static LiveStream read(String user, InputStream body, Consumer<Frame> onFrame) {
        var stream = new LiveStream(user, body, onFrame);
        Thread.ofPlatform().name("stream-of-" + user).daemon().start(stream::readAll);
        return stream;
    }

    /**
     * The first frame with this name about this call, waited for.
     *
     * @throws IllegalStateException with a sentence when it does not come
     */
    Frame await(String event, String callId) {
        return await(event, frame -> frame.isAbout(callId));
    }

    /** The snapshot that opens the stream. */
    Frame awaitSnapshot() {
        return await("snapshot", frame -> true);
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException alreadyGone) {
            throw new IllegalStateException("The stream of " + user + " could not be closed", alreadyGone);
        }
    }

    private Frame await(String event, Predicate<Frame> wanted) {
        lock.lock();
        try {
            var left = PATIENCE.toNanos();
            while (find(event, wanted).isEmpty() && !ended && left > 0) {
                left = arrived.awaitNanos(left);
            }
            return find(event, wanted)
                    .orElseThrow(() -> new IllegalStateException("%s saw no %s%s."
                            .formatted(
                                    user,
                                    event,
                                    ended ? "; the stream ended" : " within " + PATIENCE.toSeconds() + " s")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    private Optional<Frame> find(String event, Predicate<Frame> wanted) {
        return frames.stream()
                .filter(frame -> frame.event().equals(event) && wanted.test(frame))
                .findFirst();
    }

    /** An event's name comes before its data; everything else on the stream keeps the connection alive. */
    private void readAll() {
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            var event = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:")) {
                    event = line.substring("event:".length()).strip();
                } else if (line.startsWith("data:")) {
                    add(new Frame(event, JSON.readTree(line.substring("data:".length())), System.nanoTime()));
                }
            }
        } catch (IOException ignored) {
            // closed, here or there: the same as its end
        }
        end();
    }

    private void end() {
        lock.lock();
        try {
            ended = true;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void add(Frame frame) {
        onFrame.accept(frame);
        lock.lock();
        try {
            frames.add(frame);
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
