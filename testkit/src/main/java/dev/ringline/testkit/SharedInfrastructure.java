package dev.ringline.testkit;

import dev.ringline.local.machine.Condition;
import dev.ringline.messaging.topics.TopicDeclaration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.ConfigurableApplicationContext;
import org.testcontainers.DockerClientFactory;

/** The one infrastructure of this JVM. It ends with the JVM, after the application contexts that use it. */
final class SharedInfrastructure {

    private static final Path DOCKER_SOCKET = Path.of("/var/run/docker.sock");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PARTITIONS = 12;
    private static final List<ConfigurableApplicationContext> USERS = new CopyOnWriteArrayList<>();

    static final Infrastructure INSTANCE = start();

    private SharedInfrastructure() {}

    /** A context that closes in a shutdown hook of its own, while the parts it speaks to are still there. */
    static void usedBy(ConfigurableApplicationContext context) {
        USERS.add(context);
    }

    private static Infrastructure start() {
        var infrastructure = dockerAnswers() ? ContainerInfrastructure.start() : LocalInfrastructure.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(infrastructure), "real-parts-end"));
        TopicDeclaration.declare(infrastructure.bootstrapServers(), PARTITIONS, (short) 1);
        return infrastructure;
    }

    private static void end(Infrastructure infrastructure) {
        Condition.within(PATIENCE, () -> USERS.stream().noneMatch(ConfigurableApplicationContext::isActive));
        infrastructure.close();
    }

    private static boolean dockerAnswers() {
        var isLikely = System.getenv("DOCKER_HOST") != null || Files.exists(DOCKER_SOCKET);
        return isLikely && DockerClientFactory.instance().isDockerAvailable();
    }
}
