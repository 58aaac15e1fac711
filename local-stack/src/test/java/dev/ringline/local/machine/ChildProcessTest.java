package dev.ringline.local.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @TempDir
    Path folder;

    @Test
    void endsAProgramThatDoesNotListen() {
        // Given
        var child =
                ChildProcess.start(List.of("sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 1; done"), log());
        Awaitility.await().until(() -> LogTail.of(log(), 1).equals("deaf"));

        // When
        child.stop(Duration.ofMillis(300));

        // Then
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void keepsWhatAProgramSaysWhenItDies() {
        // When
        var child = ChildProcess.start(List.of("sh", "-c", "echo first; echo out of luck >&2; exit 3"), log());

        // Then
        Awaitility.await().until(() -> !child.isAlive());
        assertThat(LogTail.of(log(), 1)).isEqualTo("out of luck");
    }

    @Test
    void doesNotOutliveTheProgramThatStartedItEvenIfItsWholeGroupIsKilled() throws Exception {
        // Given
        var parent = new ProcessBuilder(Session.own(List.of(
                        Jvm.program(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        log().toString())))
                .start();
        var child = ProcessHandle.of(Long.parseLong(parent.inputReader().readLine()))
                .orElseThrow();

        // When
        Command.run("kill", "-9", "--", "-" + parent.pid());
        parent.destroyForcibly();

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !child.isAlive());
    }

    private Path log() {
        return folder.resolve("child.log");
    }

    /** Starts a child, then says its process id, and waits to be killed. */
    static final class Parent {

        public static void main(String[] arguments) throws InterruptedException {
            var child = ChildProcess.start(List.of("sh", "-c", "while :; do sleep 1; done"), Path.of(arguments[0]));
            Console.say(Long.toString(child.handle().pid()));
            Thread.currentThread().join();
        }
    }
}
