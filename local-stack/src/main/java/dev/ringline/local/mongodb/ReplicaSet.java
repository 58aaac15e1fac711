package dev.ringline.local.mongodb;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.connection.ClusterConnectionMode;
import dev.ringline.local.machine.Condition;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** The replica set of one: made at the first start, found again later, moved when the port moved. */
record ReplicaSet(String host, int port) {

    static final String NAME = "ringline";

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int ALREADY_INITIALIZED = 23;
    private static final int INVALID_CONFIGURATION = 93;

    /** Returns when the one member is a writable primary. {@code requireAlive} throws when waiting is in vain. */
    void makeReady(Runnable requireAlive) {
        try (var client = connect()) {
            var admin = client.getDatabase("admin");
            var ready = Condition.within(LIMIT, () -> {
                requireAlive.run();
                return isPrimary(admin);
            });
            if (!ready) {
                throw new IllegalStateException("mongod on port " + port + " was no primary within " + LIMIT);
            }
        }
    }

    private boolean isPrimary(MongoDatabase admin) {
        try {
            var hello = admin.runCommand(new Document("hello", 1));
            if (hello.getBoolean("isWritablePrimary", false)) {
                return true;
            }
            if (!hello.containsKey("setName")) {
                join(admin);
            }
        } catch (MongoException notYet) {
            return false;
        }
        return false;
    }

    private void join(MongoDatabase admin) {
        try {
            admin.runCommand(new Document("replSetInitiate", configuration(1)));
        } catch (MongoCommandException e) {
            if (e.getErrorCode() == ALREADY_INITIALIZED || e.getErrorCode() == INVALID_CONFIGURATION) {
                moveHere(admin);
            }
        }
    }

    /** The data were made on another port: the set's only member is told its new address. */
    private void moveHere(MongoDatabase admin) {
        var known = admin.runCommand(new Document("replSetGetConfig", 1)).get("config", Document.class);
        var address = known.getList("members", Document.class).getFirst().getString("host");
        if (!address.equals(address())) {
            var next = configuration(known.getInteger("version") + 1);
            admin.runCommand(new Document("replSetReconfig", next).append("force", true));
        }
    }

    private Document configuration(int version) {
        var member = new Document("_id", 0).append("host", address());
        return new Document("_id", NAME).append("version", version).append("members", List.of(member));
    }

    private String address() {
        return host + ":" + port;
    }

    private MongoClient connect() {
        return MongoClients.create(MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.hosts(List.of(new ServerAddress(host, port)))
                        .mode(ClusterConnectionMode.SINGLE)
                        .serverSelectionTimeout(1, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(1, TimeUnit.SECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(500, TimeUnit.MILLISECONDS)
                        .minHeartbeatFrequency(20, TimeUnit.MILLISECONDS))
                .build());
    }
}
