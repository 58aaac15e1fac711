package dev.ringline.notification.push;

import dev.ringline.notification.push.PushChannels.Providers;
import dev.ringline.notification.push.outbound.EndpointGates;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts one front before all channels. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PushProperties.class)
class PushConfiguration {

    @Bean
    EndpointGates endpointGates(PushProperties settings) {
        return new EndpointGates(settings);
    }

    @Bean
    Providers pushProviders(
            @Qualifier("apnsProvider") PushProvider apns,
            @Qualifier("fcmProvider") PushProvider fcm,
            @Qualifier("webPushProvider") PushProvider webPush) {
        return new Providers(apns, fcm, webPush);
    }

    @Bean
    PushChannel pushChannel(
            Providers providers,
            EndpointGates gates,
            InstantSource clock,
            MeterRegistry meters,
            PushProperties properties) {
        return new PushChannels(providers, gates, clock, meters, properties.contentFree());
    }
}
