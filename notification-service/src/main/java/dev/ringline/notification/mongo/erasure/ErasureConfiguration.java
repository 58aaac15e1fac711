package dev.ringline.notification.mongo.erasure;

import dev.ringline.notification.rules.erasure.Erasure;
import dev.ringline.notification.rules.erasure.PersonalData;
import dev.ringline.notification.rules.erasure.Tombstones;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Wires the erasure of users. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ErasureProperties.class)
class ErasureConfiguration {

    @Bean
    MongoTombstones tombstones(MongoTemplate mongo, ErasureProperties settings, InstantSource clock) {
        return new MongoTombstones(mongo, new KeyedHash(settings.secret()), clock);
    }

    @Bean
    Erasure erasure(Tombstones tombstones, List<PersonalData> data) {
        return new Erasure(tombstones, data);
    }
}
