package dev.ringline.testkit;

import dev.ringline.local.kafka.KafkaBroker;
import dev.ringline.local.mongodb.Mongod;
import dev.ringline.local.mongodb.MongodProgram;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** The broker in this JVM and mongod as a child process, on free ports and in a temporary folder. */
final class LocalInfrastructure implements Infrastructure {

    private final Path folder;
    private final KafkaBroker broker;
    private final Mongod mongod;

    private LocalInfrastructure(Path folder, KafkaBroker broker, Mongod mongod) {
        this.folder = folder;
        this.broker = broker;
        this.mongod = mongod;
    }

    static LocalInfrastructure start() {
        var folder = TestFolder.create();
        var program = MongodProgram.ofThisMachine().require();
        var broker = KafkaBroker.on(folder.resolve("kafka"));
        var mongod = Mongod.on(program, folder.resolve("mongodb"), folder.resolve("mongod.log"), 0);
        var kafkaStarted = CompletableFuture.runAsync(broker::start);
        mongod.start();
        kafkaStarted.join();
        return new LocalInfrastructure(folder, broker, mongod);
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public String mongodbUri(String database) {
        return mongod.uri(database);
    }

    @Override
    public void takeKafkaDown() {
        broker.stop();
    }

    @Override
    public void bringKafkaBack() {
        broker.start();
    }

    @Override
    public void freezeMongodb() {
        mongod.pause();
    }

    @Override
    public void thawMongodb() {
        mongod.resume();
    }

    @Override
    public void close() {
        mongod.kill();
        broker.stop();
        TestFolder.remove(folder);
    }
}
