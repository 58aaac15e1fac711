package dev.ringline.erasure;

import dev.ringline.duework.DueWorkAutoConfiguration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Wires who was erased to a MongoDB client that keeps what it acknowledges. */
@AutoConfiguration(after = DueWorkAutoConfiguration.class)
@EnableConfigurationProperties(ErasureProperties.class)
public class ErasureAutoConfiguration {

    @Bean
    ErasedUsers erasedUsers(MongoTemplate mongo, ErasureProperties settings, InstantSource clock) {
        return new ErasedUsers(mongo, new KeyedHash(settings.secret()), clock);
    }
}
