package dev.ringline.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class ErasurePropertiesTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder;

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ErasureProperties.class)
    static class Settings {

        @Bean
        byte[] secret(ErasureProperties settings) {
            return settings.secret();
        }
    }

    @Test
    void readsTheKeyFromItsFile() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("key"), KEY + "\n");

        // When
        service.withPropertyValues("ringline.erasure.key-file=" + file)
                // Then
                .run(context -> assertThat(context.getBean("secret")).isEqualTo(KEY.getBytes(UTF_8)));
    }

    @Test
    void takesTheKeyItself() {
        service.withPropertyValues("ringline.erasure.key=" + KEY)
                .run(context -> assertThat(context.getBean("secret")).isEqualTo(KEY.getBytes(UTF_8)));
    }

    @Test
    void refusesToStartWithoutAKey() {
        service.run(context ->
                assertThat(context).getFailure().rootCause().hasMessageStartingWith("ringline.erasure: give key-file"));
    }

    @Test
    void refusesToStartWithTwoKeys() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("key"), KEY);

        // When
        service.withPropertyValues("ringline.erasure.key-file=" + file, "ringline.erasure.key=" + KEY)
                // Then
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageStartingWith("ringline.erasure: give key-file"));
    }

    @Test
    void refusesToStartWithoutTheFile() {
        // Given
        Path missing = folder.resolve("missing");

        // When
        service.withPropertyValues("ringline.erasure.key-file=" + missing)
                // Then
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("ringline.erasure: key-file names a file that cannot be read: " + missing));
    }

    @Test
    void refusesToStartWithAShortKey() {
        service.withPropertyValues("ringline.erasure.key=short")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("ringline.erasure: the key has 5 bytes (expected: 32 or more)"));
    }

    @Test
    void printsNoKey() {
        // When
        String printed = new ErasureProperties(null, KEY).toString();

        // Then
        assertThat(printed).doesNotContain(KEY).contains("redacted");
    }
}
