package dev.ringline.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./ringline} itself, as far as it needs nothing but a shell. */
class ScriptTest {

    private static final Path SCRIPT = Path.of("../ringline").toAbsolutePath().normalize();

    /** How a run of the script ended. */
    private record Outcome(int exit, String output, String complaint) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    up --bogus          | up takes -d and --port-base N and nothing else, not --bogus.
                    up --port-base high | --port-base needs a number, not high.
                    up --port-base      | --port-base needs a number.
                    down --bogus        | down takes --wipe and nothing else, not --bogus.
                    status --bogus      | status takes no arguments, not --bogus.
                    logs --bogus        | logs takes a part and -f and nothing else, not --bogus.
                    token --bogus       | token takes users and --scope SCOPE and nothing else, not --bogus.
                    token --scope       | --scope needs a scope.
                    demo --bogus        | demo takes --calls N and nothing else, not --bogus.
                    demo --calls x      | --calls needs a number, not x.
                    test --bogus        | test takes modules and nothing else, not --bogus.
                    test bogus          | There is no module bogus.
                    bench --bogus       | bench takes --quick, --runs N, --json FILE and rows, not --bogus.
                    bench --runs x      | --runs needs a number, not x.
                    bench --json        | --json needs a file.
                    bench chaos bogus   | bench chaos takes --minutes M and nothing else, not bogus.
                    bench chaos --minutes x | --minutes needs a number, not x.
                    dead-letters bogus  | dead-letters takes replay and nothing else, not bogus.
                    doctor --bogus      | doctor takes no arguments, not --bogus.
                    bogus               | There is no command bogus; ./ringline help lists them.
                    bogus --help        | There is no command bogus; ./ringline help lists them.
                    help --bogus        | help takes no arguments, not --bogus.
                    """)
    void refusesWhatItDoesNotKnowInOneSentence(String arguments, String sentence) throws Exception {
        // Given
        // When
        Outcome outcome = run(arguments);

        // Then
        assertThat(outcome).isEqualTo(new Outcome(1, "", "ringline: " + sentence + "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "logs", "token", "demo", "test", "bench", "dead-letters", "doctor"})
    void explainsEachCommand(String command) throws Exception {
        // Given
        // When
        Outcome outcome = run(command + " --help");

        // Then
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.output()).startsWith("Usage: ./ringline " + command);
    }

    @Test
    void listsItsCommands() throws Exception {
        // Given
        // When
        Outcome outcome = run("help");

        // Then
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.output()).contains("up [-d]", "demo", "doctor");
    }

    private static Outcome run(String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
        command.addAll(List.of(arguments.split(" ")));
        Process process = new ProcessBuilder(command).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String complaint = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output, complaint);
    }
}
