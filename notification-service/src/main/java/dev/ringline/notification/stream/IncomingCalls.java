package dev.ringline.notification.stream;

import dev.ringline.notification.CallView;
import dev.ringline.notification.Delivery;
import dev.ringline.notification.Frame;
import dev.ringline.notification.Frame.OfCall;
import dev.ringline.notification.Frame.Snapshot;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * Adds to a ring what has to be looked up: how the caller is called, and how the callee wishes to be alerted. Whoever
 * delivers never waits for that; what is told of the call meanwhile follows the ring. A ring waits a moment at most, and
 * then goes without.
 */
public final class IncomingCalls {

    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final Connections connections;
    private final UnaryOperator<CallView> details;
    private final Executor threads;
    private final ConcurrentMap<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

    /**
     * @param details completes a call that rings the callee; waits for the store
     */
    public IncomingCalls(Connections connections, UnaryOperator<CallView> details, Executor threads) {
        this.connections = connections;
        this.details = details;
        this.threads = threads;
    }

    /**
     * Hands the frame to the connections of its audience, now or soon. Calls come from one thread.
     *
     * @return how many these are
     */
    public int deliver(Delivery delivery) {
        int reached = connections.count(delivery.audience());
        if (reached > 0 && delivery.frame() instanceof OfCall frame) {
            inTurn(frame, delivery);
        } else if (reached > 0) {
            connections.deliver(delivery);
        }
        return reached;
    }

    /** The snapshot with the details of what rings; waits for the store. */
    Snapshot complete(Snapshot snapshot) {
        return new Snapshot(
                snapshot.calls().stream()
                        .map(item -> item.call().alert() == null
                                ? item
                                : new Snapshot.Item(item.sequence(), details.apply(item.call())))
                        .toList(),
                snapshot.at());
    }

    private void inTurn(OfCall frame, Delivery delivery) {
        String callId = frame.call().callId();
        CompletableFuture<Void> before = underWay.get(callId);
        if (frame.event().equals(Frame.INCOMING)) {
            track(callId, completed(frame).thenAccept(whole -> deliver(delivery, whole)));
        } else if (before == null) {
            connections.deliver(delivery);
        } else {
            track(callId, before.thenRun(() -> connections.deliver(delivery)));
        }
    }

    private CompletableFuture<OfCall> completed(OfCall frame) {
        return CompletableFuture.supplyAsync(
                        () -> new OfCall(frame.event(), frame.sequence(), details.apply(frame.call())), threads)
                .completeOnTimeout(frame, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(_ -> frame);
    }

    private void deliver(Delivery delivery, OfCall whole) {
        connections.deliver(new Delivery(delivery.audience(), whole));
    }

    /** Only one thread adds, so what is there when a later one ends is that or a still later one. */
    private void track(String callId, CompletableFuture<Void> last) {
        underWay.put(callId, last);
        var _ = last.whenComplete((_, _) -> underWay.remove(callId, last));
    }
}
