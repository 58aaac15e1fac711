package dev.ringline.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MeetingsPropertiesTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Settings.class);

    @EnableConfigurationProperties(MeetingsProperties.class)
    static class Settings {}

    @Test
    void givesUpWhileTheFailureCanBeTheReason() {
        service.run(context -> {
            // When
            MeetingsProperties settings = context.getBean(MeetingsProperties.class);

            // Then
            assertThat(settings.giveUpAfterDial()).isEqualTo(Duration.ofSeconds(15));
            assertThat(settings.giveUpBeforeRingEnds()).isEqualTo(Duration.ofSeconds(3));
            assertThat(settings.giveUpAfterAnswer()).isEqualTo(Duration.ofSeconds(4));
            assertThat(settings.keepProvisionings()).isEqualTo(Duration.ofDays(40));
        });
    }

    @Test
    void triesForMostOfTheLongerRingOfALaptop() {
        service.withPropertyValues("spring.profiles.active=local").run(context -> {
            // When
            MeetingsProperties settings = context.getBean(MeetingsProperties.class);

            // Then
            assertThat(settings.giveUpAfterDial()).isEqualTo(Duration.ofSeconds(45));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "give-up-after-dial, 2s",
        "give-up-after-dial, 60s",
        "give-up-before-ring-ends, 0s",
        "give-up-before-ring-ends, 4s",
        "give-up-after-answer, 1s",
        "give-up-after-answer, 14s",
        "keep-provisionings, 2d",
        "keep-provisionings, 400d",
    })
    void startsAtTheEndsOfTheRange(String name, String value) {
        service.withPropertyValues("ringline.meetings." + name + "=" + value)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @CsvSource({
        "give-up-after-dial, 1999ms, PT1.999S (expected: PT2S to PT1M)",
        "give-up-after-dial, 61s, PT1M1S (expected: PT2S to PT1M)",
        "give-up-before-ring-ends, -1ms, PT-0.001S (expected: PT0S to PT4S)",
        "give-up-before-ring-ends, 5s, PT5S (expected: PT0S to PT4S)",
        "give-up-after-answer, 0s, PT0S (expected: PT1S to PT14S)",
        "give-up-after-answer, 15s, PT15S (expected: PT1S to PT14S)",
        "keep-provisionings, 1d, PT24H (expected: PT48H to PT9600H)",
        "keep-provisionings, 401d, PT9624H (expected: PT48H to PT9600H)",
    })
    void refusesToStartBesideTheRange(String name, String value, String told) {
        service.withPropertyValues("ringline.meetings." + name + "=" + value)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("ringline.meetings." + name + ": " + told));
    }

    @ParameterizedTest
    @CsvSource({"audio", "video"})
    void refusesToStartWithoutThePresetOfAMedium(String medium) {
        service.withPropertyValues("ringline.meetings.presets." + medium + "=")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("ringline.meetings.presets." + medium + " is empty"));
    }
}
