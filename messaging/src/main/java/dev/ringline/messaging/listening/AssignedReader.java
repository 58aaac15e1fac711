package dev.ringline.messaging.listening;

import dev.ringline.messaging.EventCodec;
import dev.ringline.messaging.ReceivedEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads every partition of some topics on this replica, without a group, so that no rebalance can hold up a live frame.
 * It begins at a time in the past and has {@linkplain #caughtUp() caught up} once it passed the ends that it found at
 * start. What it cannot read it skips: the group's listener dead-letters it.
 */
public final class AssignedReader implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AssignedReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(1);

    private final Map<String, Object> settings;
    private final EventCodec codec;
    private final List<String> topics;
    private final Duration lookBack;
    private final InstantSource clock;
    private final Consumer<ReceivedEvent> handler;
    private final Map<TopicPartition, Long> next = new HashMap<>();

    private volatile boolean running;
    private volatile boolean caughtUp;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private @Nullable Thread thread;

    AssignedReader(
            Map<String, Object> settings,
            EventCodec codec,
            Subscription subscription,
            Consumer<ReceivedEvent> handler) {
        this.settings = settings;
        this.codec = codec;
        this.topics = subscription.topics();
        this.lookBack = subscription.lookBack();
        this.clock = subscription.clock();
        this.handler = handler;
    }

    /**
     * What to read.
     *
     * @param lookBack how far before the start the reading begins
     */
    public record Subscription(List<String> topics, Duration lookBack, InstantSource clock) {

        /** Everything that the topics hold. */
        public static Subscription fromTheBeginning(List<String> topics) {
            return new Subscription(topics, Duration.ZERO, InstantSource.fixed(Instant.EPOCH));
        }
    }

    /** Whether everything that was in the topics at start has been handled. */
    public boolean caughtUp() {
        return caughtUp;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("assigned-reader").daemon().start(this::run);
    }

    @Override
    public synchronized void stop() {
        running = false;
        KafkaConsumer<String, byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        } else if (thread != null) {
            thread.interrupt(); // it pauses after trouble
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after those who pass on what it reads, for they may take their time. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }

    private void run() {
        Instant from = clock.instant().minus(lookBack);
        while (running) {
            try (KafkaConsumer<String, byte[]> fresh = new KafkaConsumer<>(settings)) {
                consumer = fresh;
                read(fresh, from);
            } catch (WakeupException | org.apache.kafka.common.errors.InterruptException e) {
                LOG.debug("Reading stops", e);
            } catch (KafkaException e) {
                LOG.warn("Reading {} begins again after trouble: {}", topics, e.getMessage());
                pause();
            } finally {
                consumer = null;
            }
        }
    }

    private void read(KafkaConsumer<String, byte[]> fresh, Instant from) {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> fresh.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        Map<TopicPartition, Long> ends = fresh.endOffsets(partitions);
        fresh.assign(partitions);
        begin(fresh, ends, from);
        while (running) {
            fresh.poll(POLL).forEach(this::handle);
            caughtUp = caughtUp || passed(fresh, ends);
        }
    }

    /**
     * Where it was, else at {@code from}, else at the end: at the one that was found <em>before</em> looking for the time,
     * or else what arrives in between would be passed over.
     */
    private void begin(KafkaConsumer<String, byte[]> fresh, Map<TopicPartition, Long> ends, Instant from) {
        Map<TopicPartition, Long> times = new HashMap<>();
        ends.keySet().forEach(partition -> times.put(partition, from.toEpochMilli()));
        fresh.offsetsForTimes(times).forEach((partition, found) -> {
            long first = found == null ? ends.getOrDefault(partition, 0L) : found.offset();
            fresh.seek(partition, next.getOrDefault(partition, first));
        });
    }

    private static boolean passed(KafkaConsumer<String, byte[]> fresh, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> fresh.position(end.getKey()) >= end.getValue());
    }

    private void handle(ConsumerRecord<String, byte[]> record) {
        next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        if (EventCodec.isUnknownType(record)) {
            return;
        }
        try {
            handler.accept(codec.fromRecord(record));
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .setCause(e)
                    .log("The live reader skipped a record");
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_TROUBLE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
