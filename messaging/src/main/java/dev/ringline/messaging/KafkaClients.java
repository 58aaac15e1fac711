package dev.ringline.messaging;

import dev.ringline.messaging.MessagingProperties.GroupProtocol;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The client settings that our promises rest on; addresses and credentials come from {@code spring.kafka.*}.
 *
 * <p>Values stay bytes until the listener has them, so that no record can fail before the error handler sees it.
 */
public final class KafkaClients {

    /** How soon the group notices a dead member; the default of 45 s is longer than a ring. */
    public static final int SESSION_TIMEOUT_MS = 6_000;

    public static final int HEARTBEAT_INTERVAL_MS = 1_500;

    /**
     * How long a fetch, and a poll, waits for a record. A record that is to be tried again waits for the fetch that is
     * under way; and in the new protocol the poll that threw that fetch away asks for nothing more. With the defaults
     * (0.5 s and 5 s) a ring that failed for a moment would come seconds late.
     */
    public static final int LONGEST_WAIT_MS = 200;

    /**
     * The default shares out partitions of all topics together: where members listen to several, one of them may get all of
     * the topic that matters, and a quiet topic goes to the others.
     */
    private static final String EACH_TOPIC_EVENLY = "range";

    private KafkaClients() {}

    /** A producer that loses nothing and sends at once; a record is given up after {@code acknowledgementMs}. */
    static Map<String, Object> producer(Map<String, Object> connection, int acknowledgementMs) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 200);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(2_000, acknowledgementMs));
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, acknowledgementMs);
        return settings;
    }

    /** A member of a group. */
    public static Map<String, Object> consumer(Map<String, Object> connection, String group, GroupProtocol protocol) {
        Map<String, Object> settings = reader(connection);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        switch (protocol) {
            case CONSUMER -> {
                settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
                settings.put(ConsumerConfig.GROUP_REMOTE_ASSIGNOR_CONFIG, EACH_TOPIC_EVENLY);
            }
            case CLASSIC -> {
                settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
                settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
                settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_INTERVAL_MS);
            }
        }
        return settings;
    }

    /** A consumer without a group. */
    public static Map<String, Object> reader(Map<String, Object> connection) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, LONGEST_WAIT_MS);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
        return settings;
    }
}
