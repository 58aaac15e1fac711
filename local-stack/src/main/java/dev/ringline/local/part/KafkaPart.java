package dev.ringline.local.part;

import dev.ringline.local.kafka.KafkaBroker;
import dev.ringline.messaging.topics.TopicDeclaration;
import java.util.Optional;

/** The broker in this JVM, with our topics. */
public record KafkaPart(KafkaBroker broker) implements Part {

    public static final String NAME = "kafka";

    private static final int PARTITIONS = 12;

    /** Declares the topics on a broker wherever it runs. */
    public static void declareTopics(String bootstrapServers) {
        TopicDeclaration.declare(bootstrapServers, PARTITIONS, (short) 1);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String address() {
        return broker.bootstrapServers();
    }

    @Override
    public void start() {
        broker.start();
        declareTopics(broker.bootstrapServers());
    }

    @Override
    public void stop() {
        broker.stop();
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.empty();
    }
}
