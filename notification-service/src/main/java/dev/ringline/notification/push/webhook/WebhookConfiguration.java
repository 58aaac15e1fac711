package dev.ringline.notification.push.webhook;

import dev.ringline.notification.push.PushProperties;
import dev.ringline.notification.push.outbound.EndpointGates;
import dev.ringline.notification.push.outbound.OutboundHttp;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookConfiguration {

    @Bean
    OutboundHttp webhookHttp(WebhookProperties settings, PushProperties common, InstantSource clock) {
        return new OutboundHttp(common, settings.addresses(), clock);
    }

    @Bean
    Webhooks webhooks(
            WebhookProperties settings,
            @Qualifier("webhookHttp") OutboundHttp http,
            EndpointGates gates,
            InstantSource clock,
            MeterRegistry meters) {
        return new Webhooks(settings, http, gates, clock, meters);
    }
}
