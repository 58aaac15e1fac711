package dev.ringline.notification.stream;

import org.springframework.context.SmartLifecycle;

/** Ends the streams in good order: before the server stops, which would wait for them. */
public final class StreamShutdown implements SmartLifecycle {

    private final Connections connections;
    private volatile boolean running;

    public StreamShutdown(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        connections.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
