package dev.ringline.call.running;

import dev.ringline.call.CallServiceApplication;
import dev.ringline.testkit.Infrastructure;
import dev.ringline.testkit.TestIdentity;
import dev.ringline.testkit.TestSealing;
import java.util.Objects;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One running instance of the service, on the real parts. */
record Instance(ConfigurableApplicationContext context) implements AutoCloseable {

    /** Instances with one name share a database and a consumer group. */
    static Instance start(String name) {
        Infrastructure parts = Infrastructure.shared();
        return new Instance(new SpringApplicationBuilder(CallServiceApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.mongodb.uri=" + parts.mongodbUri(name),
                        "--spring.kafka.bootstrap-servers=" + parts.bootstrapServers(),
                        "--spring.kafka.consumer.group-id=" + name,
                        "--ringline.security.jwt.public-key-file=" + TestIdentity.publicKeyFile(),
                        "--ringline.security.jwt.issuer=" + TestIdentity.ISSUER,
                        "--ringline.security.jwt.audience=" + TestIdentity.AUDIENCE,
                        "--ringline.sealing.private-keyset-file="
                                + TestSealing.keys().privateKeyset()));
    }

    int port() {
        return Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port", Integer.class));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
