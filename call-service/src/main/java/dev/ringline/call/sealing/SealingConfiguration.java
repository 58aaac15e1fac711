package dev.ringline.call.sealing;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the opening of tokens. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SealingProperties.class)
class SealingConfiguration {

    @Bean
    SealedTokens sealedTokens(SealingProperties properties) {
        return SealedTokens.fromKeyset(properties.privateKeysetFile());
    }
}
