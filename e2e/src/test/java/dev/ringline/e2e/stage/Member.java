package dev.ringline.e2e.stage;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ClusterConnectionMode;
import dev.ringline.local.machine.ChildProcess;
import dev.ringline.local.machine.Command;
import dev.ringline.local.machine.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One mongod of a replica set. Clients and the other members reach it through a proxy that can be cut. */
public final class Member implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final Path program;
    private final Path data;
    private final int port = Ports.free();
    private final Proxy proxy = Proxy.to(port);
    private @Nullable ChildProcess process;

    Member(Path program, Path data) {
        this.program = program;
        this.data = data;
    }

    /** Where the others reach it. */
    String address() {
        return HOST + ":" + proxy.port();
    }

    synchronized void start() {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + data, e);
        }
        process = ChildProcess.start(
                List.of(
                        program.toString(),
                        "--bind_ip=" + HOST,
                        "--port=" + port,
                        "--dbpath=" + data,
                        "--replSet=" + MongoSet.NAME,
                        "--oplogSize=128",
                        "--wiredTigerCacheSizeGB=0.25",
                        "--nounixsocket",
                        "--quiet",
                        "--setParameter=diagnosticDataCollectionEnabled=false"),
                data.resolveSibling(data.getFileName() + ".log"));
    }

    /** {@code kill -9}. */
    public synchronized void kill() {
        if (process != null) {
            process.kill();
            process = null;
        }
    }

    public void pause() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    /** Whoever waits for this member's reply never gets it. */
    public void cutAtNextReply() {
        proxy.cutAtNextReply();
    }

    /** What it says of itself; empty if it does not answer. */
    Document hello() {
        try {
            return command(new Document("hello", 1));
        } catch (MongoException silent) {
            return new Document();
        }
    }

    boolean takesPart() {
        var hello = hello();
        return hello.getBoolean("isWritablePrimary", false) || hello.getBoolean("secondary", false);
    }

    /** @throws MongoException if it does not answer, or refuses */
    Document command(Document command) {
        try (var client = connect()) {
            return client.getDatabase("admin").runCommand(command);
        }
    }

    @Override
    public void close() {
        kill();
        proxy.close();
    }

    private MongoClient connect() {
        return MongoClients.create(MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.hosts(List.of(new ServerAddress(HOST, port)))
                        .mode(ClusterConnectionMode.SINGLE)
                        .serverSelectionTimeout(1, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(1, TimeUnit.SECONDS).readTimeout(1, TimeUnit.SECONDS))
                .build());
    }

    private synchronized void signal(String name) {
        if (process != null) {
            Command.run("kill", "-" + name, Long.toString(process.handle().pid()));
        }
    }
}
