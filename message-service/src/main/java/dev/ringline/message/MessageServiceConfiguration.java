package dev.ringline.message;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the rules; each door wires itself. */
@Configuration(proxyBeanMethods = false)
class MessageServiceConfiguration {

    @Bean
    MessageWriter messageWriter(Messages messages, Tombstones tombstones) {
        return new MessageWriter(messages, tombstones);
    }

    @Bean
    Erasure erasure(Messages messages, Tombstones tombstones) {
        return new Erasure(messages, tombstones);
    }
}
