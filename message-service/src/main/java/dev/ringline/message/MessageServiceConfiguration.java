package dev.ringline.message;

import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the rules; each door wires itself. */
@Configuration(proxyBeanMethods = false)
class MessageServiceConfiguration {

    @Bean
    MessageWriter messageWriter(Messages messages) {
        return new MessageWriter(messages);
    }

    @Bean
    CallText callText() {
        return new CallText(Locale.ENGLISH);
    }
}
