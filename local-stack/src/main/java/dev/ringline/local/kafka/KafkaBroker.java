package dev.ringline.local.kafka;

import dev.ringline.local.machine.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker (and its own controller) in this JVM, bound to 127.0.0.1. It keeps its port and its data from one
 * {@link #start} to the next, so that clients see a broker that was away and came back.
 */
public final class KafkaBroker implements AutoCloseable {

    /** Always the same, so that a folder can be formatted again and again without harm. */
    private static final String CLUSTER = new Uuid(0x72696e676c696e65L, 0x6c6f63616cL).toString();

    private final KafkaSettings settings;
    private @Nullable KafkaRaftServer server;

    private KafkaBroker(KafkaSettings settings) {
        this.settings = settings;
    }

    /** A broker on free ports. */
    public static KafkaBroker on(Path data) {
        return on(data, 0, 0);
    }

    /**
     * @param data folder of the logs; made and formatted at the first start
     * @param port where clients connect; 0 = a free one
     * @param controllerPort 0 = a free one
     */
    public static KafkaBroker on(Path data, int port, int controllerPort) {
        return new KafkaBroker(new KafkaSettings(data, Ports.orFree(port), Ports.orFree(controllerPort)));
    }

    /** Returns when the broker serves clients. */
    public synchronized KafkaBroker start() {
        if (server == null) {
            format();
            server = new KafkaRaftServer(new KafkaConfig(settings.asProperties(), false), Time.SYSTEM);
            server.startup();
        }
        return this;
    }

    /** Returns when the broker has left its port. */
    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** {@code host:port} for clients. */
    public String bootstrapServers() {
        return KafkaSettings.HOST + ":" + settings.port();
    }

    private void format() {
        try {
            Files.createDirectories(settings.data());
            var formatter = new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(CLUSTER)
                    .setNodeId(KafkaSettings.NODE)
                    .setControllerListenerName(KafkaSettings.CONTROLLER)
                    .setDirectories(List.of(settings.data().toString()))
                    .setMetadataLogDirectory(settings.data().toString())
                    .setIgnoreFormatted(true);
            formatter.run();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare Kafka's folder " + settings.data(), e);
        } catch (Exception e) {
            throw new IllegalStateException("Cannot format Kafka's folder " + settings.data(), e);
        }
    }
}
