package dev.ringline.http.failure;

import jakarta.validation.MessageInterpolator;
import java.util.Locale;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;

/** Problems speak one language: to developers in English, whatever the client or the machine prefers. */
@AutoConfiguration
@ConditionalOnClass({ValidationConfigurationCustomizer.class, MessageInterpolator.class})
public class EnglishMessagesConfiguration {

    @Bean
    ValidationConfigurationCustomizer englishMessages() {
        return configuration ->
                configuration.messageInterpolator(new English(configuration.getDefaultMessageInterpolator()));
    }

    private record English(MessageInterpolator messages) implements MessageInterpolator {

        @Override
        public String interpolate(String template, Context context) {
            return messages.interpolate(template, context, Locale.ROOT);
        }

        @Override
        public String interpolate(String template, Context context, Locale preferred) {
            return interpolate(template, context);
        }
    }
}
