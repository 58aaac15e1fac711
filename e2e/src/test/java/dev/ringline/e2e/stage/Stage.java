package dev.ringline.e2e.stage;

import dev.ringline.e2e.checker.Checker;
import dev.ringline.e2e.checker.Finding;
import dev.ringline.e2e.checker.Said;
import dev.ringline.e2e.checker.StoredCall;
import dev.ringline.e2e.phone.Http;
import dev.ringline.e2e.world.SourceTree;
import dev.ringline.local.kafka.KafkaBroker;
import dev.ringline.local.machine.Condition;
import dev.ringline.local.part.KafkaPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The services that make and tell of calls, two of each that is to be killed. No gateway stands before them: every request
 * names the replica that it goes to.
 */
public final class Stage implements AutoCloseable {

    private static final Duration SETTLED = Duration.ofSeconds(90);
    private static final int MOST_ATTEMPTS = 8;
    private static final int REHEARSALS = 30;
    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final Duration OFTEN = Duration.ofMillis(250);

    private final Path folder;
    private final MongoSet mongodb;
    private final KafkaBroker kafka;
    private final List<Replica> calls;
    private final List<Replica> lines;
    private final List<Replica> others;
    private final Diary diary = new Diary();

    private Stage(Path folder, MongoSet mongodb, KafkaBroker kafka, Cast cast) {
        this.folder = folder;
        this.mongodb = mongodb;
        this.kafka = kafka;
        this.calls = List.of(cast.callService(), cast.callService());
        this.lines = List.of(cast.messageService(), cast.messageService());
        this.others = List.of(cast.simulator(), cast.provisioner());
    }

    /**
     * Returns when all is ready.
     *
     * @param name of the folder for data, logs and programs
     * @param members of the replica set
     * @param drill what is done to each application that is to be killed, and be quick to start again
     */
    public static Stage start(String name, int members, Optional<Consumer<App>> drill) {
        var folder = newFolder(name);
        var kafka = KafkaBroker.on(folder.resolve("kafka"));
        var mongodb = CompletableFuture.supplyAsync(() -> MongoSet.start(members, folder.resolve("mongodb")));
        try {
            kafka.start();
            KafkaPart.declareTopics(kafka.bootstrapServers());
            var cast = new Cast(folder, mongodb.join(), kafka.bootstrapServers());
            drill.ifPresent(change -> Stream.of(cast.calls(), cast.messages()).forEach(change));
            var stage = new Stage(folder, mongodb.join(), kafka, cast);
            stage.raise(drill.isPresent());
            return stage;
        } catch (RuntimeException e) {
            mongodb.thenAccept(MongoSet::close).join();
            kafka.close();
            throw e;
        }
    }

    public MongoSet mongodb() {
        return mongodb;
    }

    public KafkaBroker kafka() {
        return kafka;
    }

    /** The replicas of call-service. */
    public List<Replica> calls() {
        return calls;
    }

    /** The replicas of message-service. */
    public List<Replica> lines() {
        return lines;
    }

    public Replica provisioner() {
        return others.getLast();
    }

    /** Where a request goes; {@code number} may be any. */
    public Http at(int number) {
        return calls.get(Math.floorMod(number, calls.size())).http();
    }

    /**
     * Asks as an app does that wants to get through: whoever is not answered, or told to come again, asks the other replica.
     *
     * @param number of the replica that is asked first
     */
    public Said insist(int number, Function<Http, Said> request) {
        var said = request.apply(at(number));
        for (int attempt = 1; attempt < MOST_ATTEMPTS && said.isOpen(); attempt++) {
            Condition.within(PAUSE.multipliedBy(attempt), () -> false);
            said = request.apply(at(number + attempt));
        }
        return said;
    }

    public Device device(String user, String kind) {
        return Device.of(user, kind, diary);
    }

    /** The calls that live at this moment. */
    public List<StoredCall> live() {
        return reader().calls().stream().filter(StoredCall::isLive).toList();
    }

    /** What is wrong with all that happened so far, once it has come to rest or had the time to. */
    public List<Finding> verdict() {
        var reader = reader();
        Condition.within(SETTLED, OFTEN, reader::isQuiet);
        return Checker.check(reader.read(diary.answers()));
    }

    /** What is wrong with what is there now. */
    public List<Finding> verdictNow() {
        return Checker.check(reader().read(diary.answers()));
    }

    public Planting planting() {
        return new Planting(mongodb.uri("admin"), kafka.bootstrapServers());
    }

    /** Leaves the logs for a look afterwards. */
    @Override
    public void close() {
        Stream.of(calls, lines, others).flatMap(List::stream).forEach(Replica::kill);
        kafka.close();
        mongodb.close();
        Stream.of("apps", "kafka", "keys", "mongodb").map(folder::resolve).forEach(Stage::remove);
    }

    static Path newFolder(String name) {
        try {
            return Files.createTempDirectory(SourceTree.root().resolve("e2e/target"), name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for " + name, e);
        }
    }

    static void remove(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + folder, e);
        }
    }

    private void raise(boolean trained) {
        var all = Stream.of(calls, lines, others).flatMap(List::stream).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            if (trained) {
                rehearse(List.of(calls.getFirst(), lines.getFirst()), threads);
            }
            all.forEach(Replica::launch);
            all.forEach(Replica::awaitReady);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** With some calls, for whoever starts again and again is to know soon what it is asked for. */
    private void rehearse(List<Replica> some, Executor threads) {
        some.forEach(Replica::launchToLearn);
        some.forEach(Replica::awaitReady);
        var alice = device("rehearsing-alice", "phone");
        var bob = device("rehearsing-bob", "phone");
        for (int call = 0; call < REHEARSALS; call++) {
            var callId = alice.dial(at(0), bob, "\"media\":\"audio\"")
                    .body()
                    .path("callId")
                    .asString("none");
            bob.command(at(0), "answer", callId);
            alice.look(at(0), callId);
            alice.command(at(0), "end", callId);
        }
        some.stream()
                .map(replica -> CompletableFuture.runAsync(replica::stop, threads))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private HistoryReader reader() {
        return new HistoryReader(mongodb.uri("admin"), kafka.bootstrapServers());
    }
}
