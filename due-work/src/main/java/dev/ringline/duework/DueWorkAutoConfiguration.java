package dev.ringline.duework;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import dev.ringline.duework.clock.ClockAutoConfiguration;
import dev.ringline.messaging.EventPublisher;
import dev.ringline.messaging.MessagingAutoConfiguration;
import dev.ringline.messaging.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;

/** Wires the primitive: a MongoDB client that keeps what it acknowledges, and the document stores. */
@AutoConfiguration(
        after = {DataMongoAutoConfiguration.class, MessagingAutoConfiguration.class, ClockAutoConfiguration.class})
public class DueWorkAutoConfiguration {

    private static final Duration OPERATION_LIMIT = Duration.ofMillis(2_500);
    private static final Duration SERVER_SELECTION = Duration.ofMillis(2_000);
    private static final Duration CONNECT = Duration.ofMillis(1_000);

    @Bean
    MongoClientSettingsBuilderCustomizer durableWrites() {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .timeout(OPERATION_LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(SERVER_SELECTION.toMillis(), TimeUnit.MILLISECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout((int) CONNECT.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Bean
    DocumentStores documentStores(
            MongoTemplate mongo,
            MappingMongoConverter converter,
            EventPublisher publisher,
            InstantSource clock,
            MeterRegistry metrics,
            Traces traces) {
        converter.setTypeMapper(new DefaultMongoTypeMapper(null)); // no class names in the database
        return new DocumentStores(
                mongo,
                new Outbox.Parts(publisher, new OutboxMetrics(metrics), EventArchive.NONE),
                new DueWork.Environment(clock, metrics, traces));
    }

    @Bean
    ReplicaSetCheck replicaSetCheck(MongoTemplate mongo) {
        return new ReplicaSetCheck(mongo);
    }
}
