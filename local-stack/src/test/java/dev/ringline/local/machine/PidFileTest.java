package dev.ringline.local.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    @TempDir
    Path folder;

    @Test
    void findsTheProcessAgain() {
        var file = new PidFile(folder.resolve("run/part.pid"));

        file.write(ProcessHandle.current());

        assertThat(file.process()).contains(ProcessHandle.current());
    }

    @Test
    void doesNotTakeAStrangerWithTheSameIdForIt() {
        var file = new PidFile(folder.resolve("part.pid"));

        TextFile.write(file.path(), ProcessHandle.current().pid() + " 1234\n");

        assertThat(file.process()).isEmpty();
        assertThat(file.exists()).isTrue();
    }

    @Test
    void findsNothingWhereNothingWasWritten() {
        assertThat(new PidFile(folder.resolve("absent.pid")).process()).isEmpty();
    }
}
