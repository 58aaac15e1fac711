package dev.ringline.testkit;

import java.util.Map;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Tells an application context where the real parts are, over every other setting. A record: equal ones share contexts. */
record RealPartsCustomizer() implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration test) {
        SharedInfrastructure.usedBy(context);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("real parts", settings()));
    }

    private static Map<String, Object> settings() {
        var infrastructure = Infrastructure.shared();
        return Map.of(
                "spring.kafka.bootstrap-servers", infrastructure.bootstrapServers(),
                "spring.mongodb.uri", infrastructure.mongodbUri(freshDatabase()),
                "ringline.security.jwt.public-key-file",
                        TestIdentity.publicKeyFile().toString(),
                "ringline.security.jwt.issuer", TestIdentity.ISSUER,
                "ringline.security.jwt.audience", TestIdentity.AUDIENCE,
                "ringline.security.ring-keys-file",
                        TestIdentity.ringKeys().publicKeys().toString(),
                "ringline.ring-tokens.private-keys-file",
                        TestIdentity.ringKeys().privateKeys().toString(),
                "ringline.sealing.public-keyset-file",
                        TestSealing.keys().publicKeyset().toString(),
                "ringline.sealing.private-keyset-file",
                        TestSealing.keys().privateKeyset().toString());
    }

    private static String freshDatabase() {
        return "test-" + UUID.randomUUID();
    }
}
