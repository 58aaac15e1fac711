package dev.ringline.notification.push.webpush;

import static java.util.Objects.requireNonNull;

import dev.ringline.notification.push.PushProperties;
import dev.ringline.notification.push.PushProvider;
import dev.ringline.notification.push.outbound.AddressRule;
import dev.ringline.notification.push.outbound.OutboundHttp;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebPushProperties.class)
class WebPushConfiguration {

    @Bean
    @ConditionalOnProperty("ringline.push.webpush.private-key-file")
    Vapid vapid(WebPushProperties settings) {
        return Vapid.read(
                requireNonNull(settings.privateKeyFile()),
                requireNonNull(settings.publicKeyFile()),
                requireNonNull(settings.subject()));
    }

    @Bean
    EndpointRule endpointRule(WebPushProperties settings) {
        return new EndpointRule(settings.hosts(), AddressRule.publicOr(settings.localEndpoints()));
    }

    @Bean
    OutboundHttp webPushHttp(WebPushProperties settings, PushProperties common, InstantSource clock) {
        return new OutboundHttp(common, AddressRule.publicOr(settings.localEndpoints()), clock);
    }

    @Bean
    PushProvider webPushProvider(
            ObjectProvider<Vapid> vapid,
            EndpointRule rule,
            @Qualifier("webPushHttp") OutboundHttp http,
            InstantSource clock) {
        return new WebPushProvider(vapid.getIfAvailable(), rule, http, clock);
    }
}
