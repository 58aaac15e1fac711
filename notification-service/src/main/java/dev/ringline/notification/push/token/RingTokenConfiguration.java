package dev.ringline.notification.push.token;

import dev.ringline.http.ring.RingTokenSigner;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Signs with the key of this installation, if it has one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RingTokenProperties.class)
class RingTokenConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(RingTokenConfiguration.class);

    /** As long as an answer may come after the deadline. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    @Bean
    RingTokenSource ringTokens(RingTokenProperties properties) {
        Path file = properties.privateKeysFile();
        if (file == null) {
            LOG.warn("Rings carry no token: ringline.ring-tokens.private-keys-file names no keys");
            return (_, _, _, _) -> null;
        }
        RingTokenSigner signer = RingTokenSigner.of(file);
        return (user, device, call, deadline) -> signer.sign(user, device, call, deadline.plus(GRACE));
    }
}
