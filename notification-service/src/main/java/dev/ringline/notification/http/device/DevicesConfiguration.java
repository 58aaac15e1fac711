package dev.ringline.notification.http.device;

import dev.ringline.notification.rules.device.DeviceStore;
import dev.ringline.notification.rules.device.Devices;
import dev.ringline.notification.rules.device.Streams;
import dev.ringline.notification.rules.device.SubscriptionEndpoints;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires registration. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DevicesProperties.class)
class DevicesConfiguration {

    @Bean
    Devices devices(DeviceStore store, Streams streams, DevicesProperties properties) {
        return new Devices(store, streams, properties.mostPerUser());
    }

    @Bean
    DeviceReading deviceReading(DevicesProperties properties, SubscriptionEndpoints endpoints) {
        return new DeviceReading(properties.defaultApp(), endpoints);
    }
}
