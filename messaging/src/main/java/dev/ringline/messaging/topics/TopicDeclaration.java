package dev.ringline.messaging.topics;

import dev.ringline.contracts.Topics;
import dev.ringline.messaging.KafkaClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The one place that declares the topics and the groups' settings. Topics are never created by using them; a topic's
 * partition count never changes, for that would break the order per call.
 */
public final class TopicDeclaration {

    private static final Duration EVENT_RETENTION = Duration.ofDays(7);
    private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(30);

    private static final Map.Entry<String, String> COMPACTED =
            Map.entry(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);

    /** The consumer groups: each service reads as itself. */
    private static final List<String> GROUPS =
            List.of("call-service", "meeting-provisioner", "notification-service", "message-service");

    private TopicDeclaration() {}

    /** Creates what is missing; repeating it changes nothing. */
    public static void declare(String bootstrapServers, int partitions, short replicas) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            createTopics(admin, partitions, replicas);
            setGroupTimeouts(admin);
        }
    }

    /** Which of the topics do not exist. */
    static Set<String> missing(Admin admin) throws InterruptedException, ExecutionException {
        Set<String> missing = new TreeSet<>(topicNames());
        missing.removeAll(admin.listTopics().names().get());
        return missing;
    }

    private static void createTopics(Admin admin, int partitions, short replicas) {
        List<NewTopic> topics = new ArrayList<>();
        for (String topic : Topics.all()) {
            topics.add(new NewTopic(topic, partitions, replicas)
                    .configs(settings(Topics.isCompacted(topic) ? COMPACTED : kept(EVENT_RETENTION), replicas)));
            topics.add(new NewTopic(Topics.deadLetters(topic), partitions, replicas)
                    .configs(settings(kept(DEAD_LETTER_RETENTION), replicas)));
        }
        admin.createTopics(topics).values().values().forEach(TopicDeclaration::awaitCreation);
    }

    private static Map.Entry<String, String> kept(Duration retention) {
        return Map.entry(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
    }

    private static Map<String, String> settings(Map.Entry<String, String> retention, short replicas) {
        return Map.ofEntries(retention, Map.entry(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, replicas > 2 ? "2" : "1"));
    }

    private static void setGroupTimeouts(Admin admin) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (String group : GROUPS) {
            changes.put(
                    new ConfigResource(ConfigResource.Type.GROUP, group),
                    List.of(
                            set("consumer.session.timeout.ms", KafkaClients.SESSION_TIMEOUT_MS),
                            set("consumer.heartbeat.interval.ms", KafkaClients.HEARTBEAT_INTERVAL_MS)));
        }
        await(admin.incrementalAlterConfigs(changes).all());
    }

    private static AlterConfigOp set(String name, int value) {
        return new AlterConfigOp(new ConfigEntry(name, Integer.toString(value)), AlterConfigOp.OpType.SET);
    }

    private static List<String> topicNames() {
        return Topics.all().stream()
                .<String>mapMulti((topic, names) -> {
                    names.accept(topic);
                    names.accept(Topics.deadLetters(topic));
                })
                .toList();
    }

    private static void awaitCreation(KafkaFuture<Void> creation) {
        try {
            await(creation);
        } catch (IllegalStateException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static void await(KafkaFuture<Void> change) {
        try {
            change.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while declaring topics", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka refused the declaration", e.getCause());
        }
    }
}
