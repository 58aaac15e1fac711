package dev.ringline.e2e.stage;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import dev.ringline.contracts.Topics;
import dev.ringline.e2e.world.SourceTree;
import dev.ringline.local.identity.Secret;
import dev.ringline.local.kafka.KafkaBroker;
import dev.ringline.local.machine.Condition;
import dev.ringline.local.machine.Ports;
import dev.ringline.local.part.KafkaPart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** Three replicas of notification-service and their stores; the test itself is every other service, and the push services. */
public final class PushStage implements AutoCloseable {

    private static final String MODULE = "notification-service";
    private static final String DATABASE = "notification";
    private static final String SESSION = "consumer.session.timeout.ms";
    private static final String HEARTBEAT = "consumer.heartbeat.interval.ms";
    private static final Duration HURRIED_SESSION = Duration.ofSeconds(2);
    private static final Duration HURRIED_HEARTBEAT = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration OFTEN = Duration.ofMillis(250);

    private final Path folder;
    private final MongoSet mongodb;
    private final KafkaBroker kafka;
    private final List<Replica> replicas;

    private PushStage(Path folder, MongoSet mongodb, KafkaBroker kafka, List<Replica> replicas) {
        this.folder = folder;
        this.mongodb = mongodb;
        this.kafka = kafka;
        this.replicas = replicas;
    }

    /**
     * Returns when all replicas are ready.
     *
     * @param name of the folder for data, logs and programs
     * @param drill what is done to the application, to be quick to start again
     * @param settings of the push channels
     */
    public static PushStage start(String name, Consumer<App> drill, List<String> settings) {
        var folder = Stage.newFolder(name);
        var kafka = KafkaBroker.on(folder.resolve("kafka"));
        var mongodb = CompletableFuture.supplyAsync(() -> MongoSet.start(1, folder.resolve("mongodb")));
        try {
            var app = App.unpack(SourceTree.root(), MODULE, folder.resolve("apps"));
            drill.accept(app);
            kafka.start();
            KafkaPart.declareTopics(kafka.bootstrapServers());
            var all = Stream.of(
                            Settings.common(),
                            Settings.stores(
                                    kafka.bootstrapServers(), mongodb.join().uri(DATABASE)),
                            Stream.of("--ringline.erasure.key-file="
                                    + Secret.keptIn(folder.resolve("keys").resolve("erasure"))),
                            settings.stream())
                    .flatMap(each -> each)
                    .toList();
            var replicas = IntStream.of(1, 2, 3)
                    .mapToObj(number -> new Replica(
                            app, all, folder.resolve("logs/replica-%d.log".formatted(number)), Ports.free()))
                    .toList();
            var stage = new PushStage(folder, mongodb.join(), kafka, replicas);
            stage.raise();
            return stage;
        } catch (RuntimeException e) {
            mongodb.thenAccept(MongoSet::close).join();
            kafka.close();
            throw e;
        }
    }

    public List<Replica> replicas() {
        return replicas;
    }

    public String kafka() {
        return kafka.bootstrapServers();
    }

    /** Starts what does not run; returns when all are ready. */
    public void makeWhole() {
        replicas.stream().filter(replica -> !replica.isAlive()).forEach(replica -> {
            replica.kill(); // what is left of one that died
            replica.launch();
        });
        replicas.forEach(Replica::awaitReady);
    }

    /** Nothing is left to be read, to be pushed or to be reported. */
    public void awaitQuiet() {
        if (!Condition.within(LIMIT, OFTEN, () -> isReadThrough() && isDone())) {
            throw new IllegalStateException("There is still work after " + LIMIT + "; see " + folder);
        }
    }

    /** The group begins again with the first record of each topic, once nobody of it is left. */
    public void forgetOffsets() {
        replicas.forEach(Replica::stop);
        try (var admin = admin()) {
            Map<TopicPartition, OffsetAndMetadata> first = new HashMap<>();
            offsets(admin, OffsetSpec.earliest())
                    .forEach((partition, offset) -> first.put(partition, new OffsetAndMetadata(offset)));
            value(admin.alterConsumerGroupOffsets(MODULE, first).all());
        }
    }

    /** From now on the group gives up a silent member sooner than in earnest, so that much can happen in little time. */
    public void hurry() {
        setTimeouts(HURRIED_SESSION, HURRIED_HEARTBEAT);
    }

    /** From now on the group does as it does in earnest. */
    public void takeTime() {
        KafkaPart.declareTopics(kafka.bootstrapServers());
    }

    /** After how long at most the group gives the partitions of a dead member to others, who hear of it by the next heartbeat. */
    public Duration longestWithoutOwner() {
        var group = new ConfigResource(ConfigResource.Type.GROUP, MODULE);
        try (var admin = admin()) {
            var config = value(admin.describeConfigs(List.of(group)).all()).get(group);
            return Stream.of(SESSION, HEARTBEAT)
                    .map(name ->
                            Duration.ofMillis(Long.parseLong(config.get(name).value())))
                    .reduce(Duration.ZERO, Duration::plus);
        }
    }

    /** Leaves the logs for a look afterwards. */
    @Override
    public void close() {
        replicas.forEach(Replica::kill);
        kafka.close();
        mongodb.close();
        Stream.of("apps", "kafka", "keys", "mongodb").map(folder::resolve).forEach(Stage::remove);
    }

    private void setTimeouts(Duration session, Duration heartbeat) {
        try (var admin = admin()) {
            var changes = Map.of(SESSION, session, HEARTBEAT, heartbeat).entrySet().stream()
                    .map(change -> new AlterConfigOp(
                            new ConfigEntry(
                                    change.getKey(),
                                    Long.toString(change.getValue().toMillis())),
                            AlterConfigOp.OpType.SET))
                    .toList();
            var group = new ConfigResource(ConfigResource.Type.GROUP, MODULE);
            value(admin.incrementalAlterConfigs(Map.of(group, changes)).all());
        }
    }

    private void raise() {
        try {
            learn(replicas.getFirst());
            makeWhole();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** A replica that learns is slow, and takes its time to die. */
    private static void learn(Replica replica) {
        replica.launchToLearn();
        replica.awaitReady();
        replica.stop();
    }

    private boolean isReadThrough() {
        try (var admin = admin()) {
            var read = value(admin.listConsumerGroupOffsets(MODULE).partitionsToOffsetAndMetadata());
            return offsets(admin, OffsetSpec.latest()).entrySet().stream()
                    .allMatch(end -> end.getValue() == 0
                            || (read.get(end.getKey()) != null
                                    && read.get(end.getKey()).offset() >= end.getValue()));
        }
    }

    private boolean isDone() {
        try (var client = MongoClients.create(mongodb.uri(DATABASE))) {
            var unfinished = Filters.or(Filters.exists("due"), Filters.exists("pending"));
            return HistoryReader.collection(client, DATABASE, "deliveries").countDocuments(unfinished) == 0;
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    /** Of what the group reads. */
    private static Map<TopicPartition, Long> offsets(Admin admin, OffsetSpec which) {
        var topics = List.of(Topics.CALL_EVENTS, Topics.MESSAGE_EVENTS, Topics.USER_EVENTS);
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        value(admin.describeTopics(topics).allTopicNames())
                .forEach((topic, description) -> description
                        .partitions()
                        .forEach(partition -> asked.put(new TopicPartition(topic, partition.partition()), which)));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        value(admin.listOffsets(asked).all()).forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private static <T> T value(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
