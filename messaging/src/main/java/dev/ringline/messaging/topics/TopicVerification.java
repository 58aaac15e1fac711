package dev.ringline.messaging.topics;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Refuses to start against a broker that lacks our topics; a broker that cannot be reached is waited for. */
final class TopicVerification implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(TopicVerification.class);
    private static final int PATIENCE_MS = 3_000;

    private final Map<String, Object> connection;

    TopicVerification(Map<String, Object> connection) {
        this.connection = connection;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try (Admin admin = Admin.create(settings())) {
            Set<String> missing = TopicDeclaration.missing(admin);
            if (!missing.isEmpty()) {
                throw new IllegalStateException(
                        "Kafka lacks the topics %s: declare them before the services start".formatted(missing));
            }
        } catch (ExecutionException e) {
            LOG.warn("Kafka cannot be asked for its topics yet", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        return settings;
    }
}
