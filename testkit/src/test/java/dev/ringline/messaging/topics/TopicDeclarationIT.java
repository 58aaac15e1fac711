package dev.ringline.messaging.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ringline.contracts.Topics;
import dev.ringline.local.kafka.KafkaBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** On a broker of its own, which begins empty: hence the order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TopicDeclarationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static KafkaBroker broker;
    private static Admin admin;

    @BeforeAll
    static void startBroker() {
        broker = KafkaBroker.on(folder).start();
        admin = Admin.create(connection());
    }

    @AfterAll
    static void stopBroker() {
        admin.close();
        broker.close();
    }

    @Test
    @Order(1)
    void keepsAServiceFromStartingWithoutItsTopics() {
        // Given
        TopicVerification verification = new TopicVerification(connection());

        // When, Then
        assertThatThrownBy(verification::afterSingletonsInstantiated)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("call-events-dlt")
                .hasMessageContaining("message-events");
    }

    @Test
    @Order(2)
    void makesEveryTopicAndItsDeadLetters() throws Exception {
        // Given
        List<String> expected = Topics.all().stream()
                .flatMap(topic -> List.of(topic, Topics.deadLetters(topic)).stream())
                .toList();

        // When
        TopicDeclaration.declare(broker.bootstrapServers(), 3, (short) 1);

        // Then
        assertThat(admin.listTopics().names().get()).containsExactlyInAnyOrderElementsOf(expected);
        assertThatCode(new TopicVerification(connection())::afterSingletonsInstantiated)
                .doesNotThrowAnyException();
    }

    @Test
    @Order(3)
    void neverChangesATopicThatIsThere() throws Exception {
        // Given
        TopicDeclaration.declare(broker.bootstrapServers(), 3, (short) 1);

        // When
        TopicDeclaration.declare(broker.bootstrapServers(), 7, (short) 1);

        // Then
        assertThat(admin.describeTopics(Topics.all()).allTopicNames().get().values())
                .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(3));
    }

    @Test
    @Order(4)
    void keepsEventsForSevenDaysAndDeadLettersForThirty() throws Exception {
        // Given
        TopicDeclaration.declare(broker.bootstrapServers(), 3, (short) 1);

        // When
        Config events = config(ConfigResource.Type.TOPIC, "call-events");

        // Then
        assertThat(events.get("retention.ms").value()).isEqualTo("604800000");
        assertThat(config(ConfigResource.Type.TOPIC, "call-events-dlt")
                        .get("retention.ms")
                        .value())
                .isEqualTo("2592000000");
    }

    @Test
    @Order(5)
    void keepsTheLastWordAboutEachProviderForGood() throws Exception {
        // Given
        TopicDeclaration.declare(broker.bootstrapServers(), 3, (short) 1);

        // When
        Config status = config(ConfigResource.Type.TOPIC, "provider-status");

        // Then
        assertThat(status.get("cleanup.policy").value()).isEqualTo("compact");
        assertThat(config(ConfigResource.Type.TOPIC, "provider-status-dlt")
                        .get("cleanup.policy")
                        .value())
                .isEqualTo("delete");
    }

    @Test
    @Order(6)
    void letsEveryGroupNoticeADeadMemberWithinSixSeconds() throws Exception {
        // Given
        TopicDeclaration.declare(broker.bootstrapServers(), 3, (short) 1);

        // When: the controller has acknowledged, the broker's cache follows
        await().atMost(PATIENCE).until(() -> sessionTimeout("message-service"), "6000"::equals);

        // Then
        assertThat(config(ConfigResource.Type.GROUP, "message-service")
                        .get("consumer.heartbeat.interval.ms")
                        .value())
                .isEqualTo("1500");
        await().atMost(PATIENCE).until(() -> sessionTimeout("call-service"), "6000"::equals);
    }

    @Test
    @Order(7)
    void letsAServiceStartWhileNoBrokerAnswers() {
        // Given
        TopicVerification verification = new TopicVerification(Map.of("bootstrap.servers", "127.0.0.1:1"));

        // When, Then
        assertThatCode(verification::afterSingletonsInstantiated).doesNotThrowAnyException();
    }

    private static Map<String, Object> connection() {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    private static String sessionTimeout(String group) throws Exception {
        return config(ConfigResource.Type.GROUP, group)
                .get("consumer.session.timeout.ms")
                .value();
    }

    private static Config config(ConfigResource.Type type, String name) throws Exception {
        ConfigResource resource = new ConfigResource(type, name);
        return admin.describeConfigs(List.of(resource)).all().get().get(resource);
    }
}
