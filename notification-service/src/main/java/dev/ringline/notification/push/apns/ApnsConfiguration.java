package dev.ringline.notification.push.apns;

import dev.ringline.notification.push.PushProperties;
import dev.ringline.notification.push.PushProvider;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApnsProperties.class)
class ApnsConfiguration {

    @Bean
    ApnsClients apnsClients(ApnsProperties settings, PushProperties common) {
        return new ApnsClients(settings, common);
    }

    @Bean
    PushProvider apnsProvider(ApnsClients clients, ApnsProperties settings, InstantSource clock) {
        return new ApnsProvider(clients, new ApnsPayload(settings), clock);
    }
}
