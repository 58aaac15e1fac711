package dev.ringline.local.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongodIT {

    @TempDir
    Path folder;

    @Test
    void keepsWhatAMajorityWroteWhenItIsKilledAndStartedAgain() {
        try (var mongod = mongod(0).start();
                var client = connect(mongod, "")) {
            // Given
            write(client);

            // When
            mongod.kill();
            mongod.start();

            // Then
            assertThat(count(client)).isEqualTo(1);
        }
    }

    @Test
    void answersNothingWhileItIsPausedAndGoesOnAfterwards() {
        try (var mongod = mongod(0).start();
                var client = connect(mongod, "&timeoutMS=500")) {
            // Given
            write(client);
            mongod.pause();
            assertThatThrownBy(() -> count(client)).isInstanceOf(MongoException.class);

            // When
            mongod.resume();

            // Then
            assertThat(count(client)).isEqualTo(1);
        }
    }

    @Test
    void takesItsDataToAnotherPort() {
        // Given
        try (var first = mongod(0).start();
                var client = connect(first, "")) {
            write(client);
        }

        // When
        try (var second = mongod(0).start();
                var client = connect(second, "")) {
            // Then
            assertThat(count(client)).isEqualTo(1);
        }
    }

    private Mongod mongod(int port) {
        return Mongod.on(
                MongodProgram.ofThisMachine().require(), folder.resolve("data"), folder.resolve("mongod.log"), port);
    }

    private static MongoClient connect(Mongod mongod, String options) {
        return MongoClients.create(mongod.uri("calls") + options);
    }

    private static void write(MongoClient client) {
        client.getDatabase("calls")
                .getCollection("kept")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .insertOne(new Document("_id", 1));
    }

    private static long count(MongoClient client) {
        return client.getDatabase("calls").getCollection("kept").countDocuments();
    }
}
