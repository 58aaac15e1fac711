package dev.ringline.duework;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.ringline.local.machine.Ports;
import dev.ringline.local.mongodb.MongodProgram;
import dev.ringline.testkit.Infrastructure;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoTemplate;

class ReplicaSetCheckIT {

    @Test
    void refusesAStandaloneServer(@TempDir Path folder) throws Exception {
        // Given
        int port = Ports.orFree(0);
        Process standalone = standalone(folder, port);
        try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + port)) {
            ReplicaSetCheck check = new ReplicaSetCheck(new MongoTemplate(client, "test"));

            // When, Then
            assertThatThrownBy(check::afterSingletonsInstantiated)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("run it as a replica set");
        } finally {
            standalone.destroyForcibly().waitFor();
        }
    }

    @Test
    void acceptsAReplicaSet() {
        // Given
        try (MongoClient client = MongoClients.create(Infrastructure.shared().mongodbUri("test"))) {
            ReplicaSetCheck check = new ReplicaSetCheck(new MongoTemplate(client, "test"));

            // When, Then
            assertThatCode(check::afterSingletonsInstantiated).doesNotThrowAnyException();
        }
    }

    private static Process standalone(Path folder, int port) throws IOException {
        return new ProcessBuilder(
                        MongodProgram.ofThisMachine().require().toString(),
                        "--bind_ip=127.0.0.1",
                        "--nounixsocket",
                        "--port=" + port,
                        "--dbpath=" + folder)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
