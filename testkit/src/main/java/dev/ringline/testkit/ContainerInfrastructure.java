package dev.ringline.testkit;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.mongodb.MongoDBContainer;

/** Both as containers, for machines where a Docker engine answers. */
final class ContainerInfrastructure implements Infrastructure {

    private final KafkaContainer kafka = new KafkaContainer("apache/kafka:4.2.1")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
            .withEnv("KAFKA_GROUP_CONSUMER_MIN_SESSION_TIMEOUT_MS", "6000")
            .withEnv("KAFKA_GROUP_CONSUMER_MIN_HEARTBEAT_INTERVAL_MS", "1500");
    private final MongoDBContainer mongodb = new MongoDBContainer("mongo:8.0").withReplicaSet();

    private ContainerInfrastructure() {}

    static ContainerInfrastructure start() {
        var infrastructure = new ContainerInfrastructure();
        Startables.deepStart(infrastructure.kafka, infrastructure.mongodb).join();
        return infrastructure;
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public String mongodbUri(String database) {
        return mongodb.getReplicaSetUrl(database);
    }

    @Override
    public void takeKafkaDown() {
        pause(kafka);
    }

    @Override
    public void bringKafkaBack() {
        resume(kafka);
    }

    @Override
    public void freezeMongodb() {
        pause(mongodb);
    }

    @Override
    public void thawMongodb() {
        resume(mongodb);
    }

    @Override
    public void close() {
        kafka.stop();
        mongodb.stop();
    }

    private static void pause(GenericContainer<?> container) {
        DockerClientFactory.instance()
                .client()
                .pauseContainerCmd(container.getContainerId())
                .exec();
    }

    private static void resume(GenericContainer<?> container) {
        DockerClientFactory.instance()
                .client()
                .unpauseContainerCmd(container.getContainerId())
                .exec();
    }
}
