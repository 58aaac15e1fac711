package dev.ringline.notification.stream;

import dev.ringline.notification.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One device's stream. Frames that come before its snapshot is written are held back; then those follow which the
 * snapshot did not tell already. Nobody waits for the reader: frames go into a bounded buffer, and a connection whose
 * buffer is full is cut.
 */
final class Connection {

    private enum State {
        AWAITS_SNAPSHOT,
        OPEN,
        OVER
    }

    private final StreamOwner owner;
    private final int capacity;
    private final Queue<byte[]> buffer;
    private final Sinks.Many<byte[]> frames;
    private final Sinks.Empty<Void> cut = Sinks.empty();

    private State state = State.AWAITS_SNAPSHOT;
    private List<Packet> heldBack = new ArrayList<>(0);
    private Map<String, Long> toldBySnapshot = Map.of();
    private Instant lastWrite;
    private String outcome = "";

    Connection(StreamOwner owner, int capacity, Instant now) {
        this.owner = owner;
        this.capacity = capacity;
        this.buffer = new LinkedBlockingQueue<>(capacity);
        this.frames = Sinks.many().unicast().onBackpressureBuffer(buffer);
        this.lastWrite = now;
    }

    StreamOwner owner() {
        return owner;
    }

    /** Everything that is written, the snapshot first; ends when the connection is closed. */
    Flux<byte[]> frames() {
        return frames.asFlux();
    }

    /** Fails when the connection must end at once, whatever still waits to be written. */
    Mono<Void> cut() {
        return cut.asMono();
    }

    /** Writes the snapshot and lets the frames flow. */
    synchronized void open(Packet snapshot, Map<String, Long> sequences, Instant now) {
        if (state != State.AWAITS_SNAPSHOT) {
            return;
        }
        state = State.OPEN;
        toldBySnapshot = sequences;
        List<Packet> missed = heldBack;
        heldBack = List.of();
        write(snapshot.bytes(), now);
        missed.forEach(packet -> offer(packet, now));
    }

    /** Passes a frame on unless the snapshot told it. */
    synchronized void offer(Packet packet, Instant now) {
        switch (state) {
            case AWAITS_SNAPSHOT -> holdBack(packet);
            case OPEN -> {
                if (!isTold(packet.frame())) {
                    write(packet.bytes(), now);
                }
            }
            case OVER -> {}
        }
    }

    /** Writes a comment if the connection was quiet for so long; cuts it if even then something waits to be read. */
    synchronized void keepAlive(Duration quiet, Instant now) {
        if (state == State.AWAITS_SNAPSHOT || now.isBefore(lastWrite.plus(quiet))) {
            return;
        }
        if (state == State.OPEN && buffer.isEmpty()) {
            write(FrameEncoder.comment(), now);
        } else {
            drop();
        }
    }

    synchronized boolean isOver() {
        return state == State.OVER;
    }

    /** Why the stream ended. */
    synchronized String outcome() {
        return outcome;
    }

    /** Ends the stream after a last frame, unless it is over already. */
    synchronized void close(Packet last, String why, Instant now) {
        if (state != State.OVER) {
            write(last.bytes(), now);
            close(why);
        }
    }

    /** Ends the stream after what was written so far, unless it is over already. */
    synchronized void close(String why) {
        if (state != State.OVER) {
            state = State.OVER;
            outcome = why;
            heldBack = List.of();
            frames.tryEmitComplete();
        }
    }

    private void holdBack(Packet packet) {
        if (heldBack.size() == capacity) {
            drop();
        } else {
            heldBack.add(packet);
        }
    }

    private boolean isTold(Frame frame) {
        return frame instanceof Frame.OfCall call
                && call.sequence() <= toldBySnapshot.getOrDefault(call.call().callId(), 0L);
    }

    private void write(byte[] bytes, Instant now) {
        lastWrite = now;
        if (frames.tryEmitNext(bytes) == Sinks.EmitResult.FAIL_OVERFLOW) {
            drop();
        }
    }

    private void drop() {
        close("slow");
        cut.tryEmitError(new SlowReaderException());
    }
}
