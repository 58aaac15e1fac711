package dev.ringline.notification.push.fcm;

import dev.ringline.notification.push.PushProperties;
import dev.ringline.notification.push.PushProvider;
import dev.ringline.notification.push.outbound.AddressRule;
import dev.ringline.notification.push.outbound.OutboundHttp;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FcmProperties.class)
class FcmConfiguration {

    /** Who runs the service chose the address, so it may be anywhere. */
    @Bean
    OutboundHttp fcmHttp(FcmProperties settings, PushProperties common, InstantSource clock) {
        String endpoint = settings.baseUrl().getHost() + ":" + AddressRule.port(settings.baseUrl());
        return new OutboundHttp(common, AddressRule.publicOr(Set.of(endpoint)), clock);
    }

    @Bean
    PushProvider fcmProvider(FcmProperties settings, @Qualifier("fcmHttp") OutboundHttp http, InstantSource clock) {
        return new FcmProvider(settings, http, clock);
    }
}
