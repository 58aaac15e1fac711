package dev.ringline.duework.clock;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Wires the one clock of a service. */
@AutoConfiguration(after = DataMongoAutoConfiguration.class)
@ConditionalOnMissingBean(InstantSource.class)
public class ClockAutoConfiguration {

    @Bean
    PrimaryChanges primaryChanges() {
        return new PrimaryChanges();
    }

    @Bean
    MongoClientSettingsBuilderCustomizer primaryChangesListener(PrimaryChanges changes) {
        return settings -> settings.applyToClusterSettings(cluster -> cluster.addClusterListener(changes));
    }

    @Bean
    PrimaryClock primaryClock(MongoTemplate mongo, PrimaryChanges changes, MeterRegistry metrics) {
        PrimaryClock clock = new PrimaryClock(() -> localTime(mongo));
        changes.listen(clock::measureSoon);
        TimeGauge.builder("ringline.clock.offset", () -> clock.offset().toNanos(), TimeUnit.NANOSECONDS)
                .description("How far the primary's clock is ahead of this machine's")
                .register(metrics);
        return clock;
    }

    private static Instant localTime(MongoTemplate mongo) {
        return mongo.getDb()
                .runCommand(new Document("hello", 1))
                .getDate("localTime")
                .toInstant();
    }
}
