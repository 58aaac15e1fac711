package dev.ringline.message.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.erasure.ErasedUsers;
import dev.ringline.erasure.ErasureAutoConfiguration;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class MessageStorePropertiesTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Settings.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(MessagesProperties.class)
    static class Settings {}

    @Test
    void remembersTheErasedWithoutAKeyFileOnALaptop() {
        // Given
        ApplicationContextRunner laptop = service.withBean(InstantSource.class, InstantSource::system)
                .withConfiguration(AutoConfigurations.of(
                        MongoAutoConfiguration.class, DataMongoAutoConfiguration.class, ErasureAutoConfiguration.class))
                .withPropertyValues("spring.profiles.active=local");

        // When, Then
        laptop.run(context -> assertThat(context).hasSingleBean(ErasedUsers.class));
    }

    @Test
    void keepsMessagesForGoodUnlessToldOtherwise() {
        service.run(context ->
                assertThat(context.getBean(MessagesProperties.class).keep()).isNull());
    }

    @Test
    void keepsMessagesAsLongAsItIsTold() {
        service.withPropertyValues("ringline.messages.keep=40d")
                .run(context -> assertThat(
                                context.getBean(MessagesProperties.class).keep())
                        .isEqualTo(Duration.ofDays(40)));
    }

    @ParameterizedTest
    @CsvSource({"39d, PT936H", "3651d, PT87624H"})
    void refusesToStartBesideTheRange(String keep, String told) {
        service.withPropertyValues("ringline.messages.keep=" + keep)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("ringline.messages.keep: " + told + " (expected: PT960H to PT87600H, or absent)"));
    }
}
