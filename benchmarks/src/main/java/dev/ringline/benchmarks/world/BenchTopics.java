package dev.ringline.benchmarks.world;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Topics that no service reads. */
final class BenchTopics {

    static final String HOP = "bench-hop";
    static final String RIVAL = "bench-rival";

    private static final int PARTITIONS = 12;

    private BenchTopics() {}

    static void declare(int port) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
            admin.createTopics(List.of(topic(HOP), topic(RIVAL))).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka refused the topics of the benchmarks", e.getCause());
        }
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, PARTITIONS, (short) 1);
    }
}
