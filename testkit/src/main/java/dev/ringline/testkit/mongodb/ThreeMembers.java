package dev.ringline.testkit.mongodb;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import dev.ringline.local.machine.ChildProcess;
import dev.ringline.local.machine.Condition;
import dev.ringline.local.machine.Ports;
import dev.ringline.local.mongodb.MongodProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** A replica set of three mongods on free ports, shared by all tests of this JVM, and ended with it. */
final class ThreeMembers {

    private static final String HOST = "127.0.0.1";
    private static final String NAME = "three";
    private static final int SIZE = 3;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path folder = newFolder();
    private final List<Integer> ports =
            IntStream.range(0, SIZE).map(_ -> Ports.free()).boxed().toList();
    private final List<ChildProcess> members = new ArrayList<>();
    private final List<ConfigurableApplicationContext> users = new CopyOnWriteArrayList<>();

    private ThreeMembers() {}

    /** Made when it is first asked for. */
    private static final class Shared {

        static final ThreeMembers SET = started();

        private static ThreeMembers started() {
            var set = new ThreeMembers();
            Runtime.getRuntime().addShutdownHook(new Thread(set::end, "three-members-end"));
            set.start();
            return set;
        }
    }

    static ThreeMembers shared() {
        return Shared.SET;
    }

    /** A context that closes in a shutdown hook of its own, while the members are still there. */
    void usedBy(ConfigurableApplicationContext context) {
        users.add(context);
    }

    String uri(String database) {
        return "mongodb://%s/%s?replicaSet=%s".formatted(String.join(",", addresses()), database, NAME);
    }

    private void start() {
        var program = MongodProgram.ofThisMachine().require();
        ports.forEach(port -> members.add(launch(program, port)));
        if (!Condition.within(LIMIT, this::isInitiated) || !Condition.within(LIMIT, this::isWhole)) {
            throw new IllegalStateException("The replica set was not whole within " + LIMIT);
        }
    }

    private ChildProcess launch(Path program, int port) {
        var data = folder.resolve("mongod-" + port);
        return ChildProcess.start(
                List.of(
                        program.toString(),
                        "--bind_ip=" + HOST,
                        "--port=" + port,
                        "--dbpath=" + newFolder(data),
                        "--replSet=" + NAME,
                        "--oplogSize=128",
                        "--wiredTigerCacheSizeGB=0.25",
                        "--nounixsocket",
                        "--quiet",
                        "--setParameter=diagnosticDataCollectionEnabled=false"),
                folder.resolve("mongod-" + port + ".log"));
    }

    private boolean isInitiated() {
        try {
            ask(new Document("replSetInitiate", configuration()));
            return true;
        } catch (MongoException notYet) {
            return false;
        }
    }

    private boolean isWhole() {
        try {
            var states = ask(new Document("replSetGetStatus", 1)).getList("members", Document.class).stream()
                    .collect(Collectors.groupingBy(member -> member.getString("stateStr"), Collectors.counting()));
            return states.getOrDefault("PRIMARY", 0L) == 1 && states.getOrDefault("SECONDARY", 0L) == SIZE - 1;
        } catch (MongoException notYet) {
            return false;
        }
    }

    private Document ask(Document command) {
        var first = "mongodb://%s/?directConnection=true&serverSelectionTimeoutMS=1000"
                .formatted(addresses().getFirst());
        try (var client = MongoClients.create(first)) {
            return client.getDatabase("admin").runCommand(command);
        }
    }

    private Document configuration() {
        var hosts = IntStream.range(0, SIZE)
                .mapToObj(number ->
                        new Document("_id", number).append("host", addresses().get(number)))
                .toList();
        return new Document("_id", NAME).append("version", 1).append("members", hosts);
    }

    private List<String> addresses() {
        return ports.stream().map(port -> HOST + ":" + port).toList();
    }

    private void end() {
        Condition.within(PATIENCE, () -> users.stream().noneMatch(ConfigurableApplicationContext::isActive));
        members.forEach(ChildProcess::kill);
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + folder, e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("ringline-three-");
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder", e);
        }
    }

    private static Path newFolder(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + path, e);
        }
    }
}
