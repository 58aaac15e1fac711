package dev.ringline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.e2e.phone.Patience;
import dev.ringline.e2e.world.OnTheStack;
import dev.ringline.e2e.world.Readme;
import dev.ringline.e2e.world.World;
import dev.ringline.local.Service;
import dev.ringline.local.command.CurlHeaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The call by hand that the README shows, typed as it stands there. */
@OnTheStack
@Order(1)
class FirstCallE2E {

    private final World world;

    FirstCallE2E(World world) {
        this.world = world;
    }

    @Test
    void worksAsTheReadmeShowsIt(@TempDir Path folder) throws IOException {
        // Given
        new CurlHeaders(world.home(), world.addresses()).write();
        var output = folder.resolve("output");

        // When
        var shell = type(Readme.commands("A first call"), output);

        // Then
        try {
            Patience.untilAsserted(() -> assertThat(Files.readString(output))
                    .containsSubsequence("snapshot", "call.incoming", "call.answered", "call.ended", "message.created")
                    .containsOnlyOnce("\"text\":\"Video call, "));
        } finally {
            shell.descendants().forEach(ProcessHandle::destroy);
            shell.destroy();
        }
    }

    /** The last {@code wait} is for the stream, which the reader of the README leaves open. */
    private Process type(String commands, Path output) throws IOException {
        var here = commands.replace(
                        "localhost:8080", "localhost:" + world.addresses().of(Service.API_GATEWAY))
                .replace("@.ringline/", "@" + world.home().folder() + "/");
        return new ProcessBuilder("bash", "-c", here + "\nwait")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }
}
