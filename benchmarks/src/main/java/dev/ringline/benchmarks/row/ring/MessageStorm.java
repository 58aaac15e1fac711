package dev.ringline.benchmarks.row.ring;

import dev.ringline.benchmarks.load.OpenLoad;
import dev.ringline.contracts.CallStatus;
import dev.ringline.contracts.EndReason;
import dev.ringline.contracts.Media;
import dev.ringline.contracts.MessageEvent.CallLine;
import dev.ringline.contracts.MessageEvent.MessageWritten;
import dev.ringline.messaging.EventCodec;
import dev.ringline.messaging.EventEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** More messages to one user than anybody reads: the cheapest way to send very much to all of his devices. */
final class MessageStorm {

    private static final long GAP_NANOS = 2_500_000;
    private static final int BURST = 200;

    /** Ids as long as they may be, so that little has to be sent. */
    private static final String LONG_ID = "x".repeat(128);

    private final String brokers;
    private final EventCodec codec = new EventCodec();
    private final EventEncoder encoder = EventEncoder.forSource("/bench");

    MessageStorm(String brokers) {
        this.brokers = brokers;
    }

    /** Returns when it is {@code enough}, which is asked now and then. */
    void rageOver(String user, BooleanSupplier enough) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", brokers, "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer())) {
            long begin = System.nanoTime();
            for (long sent = 0; sent % BURST != 0 || !enough.getAsBoolean(); sent++) {
                OpenLoad.waitUntil(begin + sent * GAP_NANOS);
                var _ = producer.send(codec.toRecord(encoder.encode(message(user), Instant.now())));
            }
        }
    }

    private static MessageWritten message(String user) {
        Instant now = Instant.now();
        String id = UUID.randomUUID().toString();
        return new MessageWritten(
                id,
                1,
                LONG_ID,
                "call",
                List.of(LONG_ID, user),
                new CallLine(
                        id,
                        Media.VIDEO,
                        CallStatus.COMPLETED,
                        EndReason.HANGUP,
                        LONG_ID,
                        user,
                        now.minusSeconds(60),
                        now,
                        60,
                        true),
                now);
    }
}
