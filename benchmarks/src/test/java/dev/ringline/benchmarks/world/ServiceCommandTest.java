package dev.ringline.benchmarks.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceCommandTest {

    private static final List<String> LINE =
            List.of("java", "-Xmx224m", "-jar", "call-service.jar", "--server.port=8081", "--spring.mongodb.uri=db");

    @Test
    void changesOneArgumentAndLeavesTheRest() {
        // Given
        ServiceCommand command = ServiceCommand.of(LINE);

        // When
        List<String> changed = command.with("server.port", "9000").line();

        // Then
        assertThat(changed)
                .containsExactly(
                        "java",
                        "-Xmx224m",
                        "-jar",
                        "call-service.jar",
                        "--server.port=9000",
                        "--spring.mongodb.uri=db");
    }

    @Test
    void addsAnArgumentThatWasNotThere() {
        // Given
        ServiceCommand command = ServiceCommand.of(LINE);

        // When
        ServiceCommand changed = command.with("ringline.new", "on");

        // Then
        assertThat(changed.arguments())
                .containsExactly("--server.port=8081", "--spring.mongodb.uri=db", "--ringline.new=on");
    }

    @Test
    void changesTheHeapAndLeavesTheRest() {
        // Given
        ServiceCommand command = ServiceCommand.of(LINE);

        // When
        ServiceCommand changed = command.heap(512);

        // Then
        assertThat(changed.jvm()).containsExactly("java", "-Xmx512m");
        assertThat(changed.arguments()).isEqualTo(command.arguments());
    }

    @Test
    void runsAnotherProgramOnTheSameKindOfJvm() {
        // Given
        ServiceCommand command = ServiceCommand.of(LINE);

        // When
        List<String> other = command.line("a.jar", ServiceCommandTest.class, List.of("--x=1"));

        // Then
        assertThat(other)
                .containsExactly("java", "-Xmx224m", "-cp", "a.jar", ServiceCommandTest.class.getName(), "--x=1");
    }

    @Test
    void readsAnArgument() {
        // Given
        ServiceCommand command = ServiceCommand.of(LINE);

        // When
        String uri = command.value("spring.mongodb.uri");

        // Then
        assertThat(uri).isEqualTo("db");
    }

    @Test
    void refusesALineWithoutAnApplication() {
        // Given
        // When
        // Then
        assertThatThrownBy(() -> ServiceCommand.of(List.of("java", "-jar")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No application in [java, -jar]");
    }
}
