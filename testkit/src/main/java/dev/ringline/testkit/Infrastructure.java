package dev.ringline.testkit;

/**
 * The Kafka broker and the MongoDB that all tests of one JVM share, started when the first test asks for them. Here, and
 * nowhere else, is chosen what they are.
 */
public sealed interface Infrastructure permits ContainerInfrastructure, LocalInfrastructure {

    static Infrastructure shared() {
        return SharedInfrastructure.INSTANCE;
    }

    /** {@code host:port} of the broker. */
    String bootstrapServers();

    /** Connection string of a replica set. */
    String mongodbUri(String database);

    /** Nobody reaches the broker from now on; what it holds is kept. */
    void takeKafkaDown();

    /** The broker serves again, at the same address. */
    void bringKafkaBack();

    /** MongoDB answers nothing from now on; connections stay open. */
    void freezeMongodb();

    void thawMongodb();

    /** Ends both and removes their data. */
    void close();
}
