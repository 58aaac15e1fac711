package dev.ringline.local.kafka;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** What the broker is told: one node, nothing made by itself, small buffers, groups that may notice a dead member soon. */
record KafkaSettings(Path data, int port, int controllerPort) {

    static final String HOST = "127.0.0.1";
    static final String CONTROLLER = "CONTROLLER";
    static final int NODE = 1;

    private static final String BROKER = "PLAINTEXT";

    private static final Map<String, String> GROUPS = Map.of(
            "group.initial.rebalance.delay.ms", "0",
            "group.consumer.min.session.timeout.ms", "2000",
            "group.consumer.min.heartbeat.interval.ms", "500");

    private static final Map<String, String> ONE_REPLICA = Map.of(
            "auto.create.topics.enable", "false",
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "share.coordinator.state.topic.num.partitions", "1");

    private static final Map<String, String> SMALL = Map.of(
            "num.network.threads", "2",
            "num.io.threads", "4",
            "background.threads", "2",
            "log.cleaner.dedupe.buffer.size", "4194304",
            "log.cleaner.io.buffer.size", "131072",
            "log.index.size.max.bytes", "1048576");

    Properties asProperties() {
        var properties = new Properties();
        properties.putAll(GROUPS);
        properties.putAll(ONE_REPLICA);
        properties.putAll(SMALL);
        properties.putAll(node());
        return properties;
    }

    private Map<String, String> node() {
        var broker = BROKER + "://" + HOST + ":" + port;
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE),
                "controller.quorum.voters",
                NODE + "@" + HOST + ":" + controllerPort,
                "controller.listener.names",
                CONTROLLER,
                "inter.broker.listener.name",
                BROKER,
                "listeners",
                broker + "," + CONTROLLER + "://" + HOST + ":" + controllerPort,
                "advertised.listeners",
                broker,
                "log.dirs",
                data.toString());
    }
}
