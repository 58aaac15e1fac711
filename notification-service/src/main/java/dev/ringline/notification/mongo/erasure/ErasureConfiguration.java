package dev.ringline.notification.mongo.erasure;

import dev.ringline.erasure.ErasedUsers;
import dev.ringline.notification.rules.erasure.Erasure;
import dev.ringline.notification.rules.erasure.PersonalData;
import dev.ringline.notification.rules.erasure.Tombstones;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the erasure of users. */
@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {

    @Bean
    MongoTombstones tombstones(ErasedUsers users) {
        return new MongoTombstones(users);
    }

    @Bean
    Erasure erasure(Tombstones tombstones, List<PersonalData> data) {
        return new Erasure(tombstones, data);
    }
}
