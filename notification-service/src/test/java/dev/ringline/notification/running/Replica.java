package dev.ringline.notification.running;

import dev.ringline.notification.NotificationServiceApplication;
import dev.ringline.notification.Projection;
import dev.ringline.notification.ShiftedClock;
import dev.ringline.testkit.Infrastructure;
import dev.ringline.testkit.TestIdentity;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

/** One process of the service, as far as the others can see; replicas of one name share a database and a group. */
final class Replica implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Replica(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Replica start(String name) {
        return start(name, Duration.ZERO);
    }

    /** A replica that believes it is {@code later}. */
    static Replica start(String name, Duration later) {
        ApplicationContextInitializer<GenericApplicationContext> own = context -> {
            context.registerBean("instantSource", InstantSource.class, () -> new ShiftedClock(later));
            context.registerBean(ReactorResourceFactory.class, Replica::ownEventLoops);
        };
        var infrastructure = Infrastructure.shared();
        var context = new SpringApplicationBuilder(NotificationServiceApplication.class)
                .initializers(own)
                .run(
                        "--server.port=0",
                        "--logging.structured.format.console=",
                        "--ringline.stream.reconnect-within=2s",
                        "--spring.kafka.consumer.group-id=" + name,
                        "--spring.kafka.bootstrap-servers=" + infrastructure.bootstrapServers(),
                        "--spring.mongodb.uri=" + infrastructure.mongodbUri(name),
                        "--ringline.security.jwt.public-key-file=" + TestIdentity.publicKeyFile(),
                        "--ringline.security.jwt.issuer=" + TestIdentity.ISSUER,
                        "--ringline.security.jwt.audience=" + TestIdentity.AUDIENCE);
        Replica replica = new Replica(context);
        Readiness.await(replica.port());
        return replica;
    }

    /** The end of one replica would else end the network of all in this process. */
    private static ReactorResourceFactory ownEventLoops() {
        ReactorResourceFactory factory = new ReactorResourceFactory();
        factory.setUseGlobalResources(false);
        factory.setShutdownQuietPeriod(Duration.ZERO);
        return factory;
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    Projection projection() {
        return context.getBean(Projection.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
