package dev.ringline.e2e.stage;

import dev.ringline.e2e.world.SourceTree;
import dev.ringline.local.identity.Secret;
import dev.ringline.local.machine.Ports;
import dev.ringline.testkit.TestSealing;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The applications and what each is told at its start. */
final class Cast {

    private static final String ACCOUNT = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";
    private static final String APP = "5d1b2f0e-7c64-4f0a-9a53-2b8e6c1d4f70";

    private final Path folder;
    private final MongoSet mongodb;
    private final String kafka;
    private final App calls;
    private final App messages;
    private final Replica simulator;
    private final AtomicInteger number = new AtomicInteger();

    Cast(Path folder, MongoSet mongodb, String kafka) {
        this.folder = folder;
        this.mongodb = mongodb;
        this.kafka = kafka;
        this.calls = app("call-service");
        this.messages = app("message-service");
        this.simulator = replica(
                app("realtimekit-simulator"),
                Stream.of(
                        "--ringline.simulator.account-id=" + ACCOUNT,
                        "--ringline.simulator.app-id=" + APP,
                        "--ringline.simulator.api-token-file=" + secret("api-token")));
    }

    App calls() {
        return calls;
    }

    App messages() {
        return messages;
    }

    Replica callService() {
        return replica(
                calls,
                Stream.concat(
                        stores("call"),
                        Stream.of(
                                "--ringline.sealing.private-keyset-file="
                                        + TestSealing.keys().privateKeyset(),
                                "--ringline.calls.timers.meeting-wait=15s",
                                "--ringline.calls.timers.answer-grace=0s",
                                "--ringline.calls.timers.connect=60s")));
    }

    Replica messageService() {
        return replica(messages, stores("message"));
    }

    Replica simulator() {
        return simulator;
    }

    Replica provisioner() {
        return replica(
                app("meeting-provisioner"),
                Stream.concat(
                        stores("meeting"),
                        Stream.of(
                                "--ringline.realtimekit.base-url=http://127.0.0.1:" + simulator.port() + "/client/v4",
                                "--ringline.realtimekit.account-id=" + ACCOUNT,
                                "--ringline.realtimekit.app-id=" + APP,
                                "--ringline.realtimekit.api-token-file=" + secret("api-token"),
                                "--ringline.realtimekit.participant-key-file=" + secret("participant-key"),
                                "--ringline.sealing.public-keyset-file="
                                        + TestSealing.keys().publicKeyset())));
    }

    private Replica replica(App app, Stream<String> settings) {
        var log = folder.resolve("logs").resolve(app.module() + "-" + number.incrementAndGet() + ".log");
        var common = Stream.concat(Settings.common(), Stream.of("--spring.profiles.active=local"));
        return new Replica(app, Stream.concat(common, settings).toList(), log, Ports.free());
    }

    private Stream<String> stores(String database) {
        return Settings.stores(kafka, mongodb.uri(database));
    }

    private App app(String module) {
        return App.unpack(SourceTree.root(), module, folder.resolve("apps"));
    }

    private Path secret(String name) {
        return Secret.keptIn(folder.resolve("keys").resolve(name));
    }
}
