package dev.ringline.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.messaging.MessagingProperties.GroupProtocol;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaClientsTest {

    private static final Map<String, Object> CONNECTION = Map.of("bootstrap.servers", "localhost:1", "acks", "1");

    @Test
    void sendsAtOnceAndLosesNothing() {
        // Given
        int acknowledgementMs = 5_000;

        // When
        Map<String, Object> settings = KafkaClients.producer(CONNECTION, acknowledgementMs);

        // Then
        assertThat(settings)
                .containsEntry("bootstrap.servers", "localhost:1")
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("linger.ms", 0)
                .containsEntry("max.block.ms", 200)
                .containsEntry("delivery.timeout.ms", 5_000);
    }

    @Test
    void sharesOutEachTopicEvenlyAndLeavesTheTimeoutsOfTheNewProtocolToTheGroup() {
        // Given
        GroupProtocol protocol = GroupProtocol.CONSUMER;

        // When
        Map<String, Object> settings = KafkaClients.consumer(CONNECTION, "group", protocol);

        // Then
        assertThat(settings)
                .containsEntry("group.protocol", "consumer")
                .containsEntry("group.remote.assignor", "range")
                .containsEntry("group.id", "group")
                .containsEntry("auto.offset.reset", "earliest")
                .containsEntry("enable.auto.commit", false)
                .doesNotContainKeys("session.timeout.ms", "heartbeat.interval.ms");
    }

    @Test
    void noticesADeadMemberWithinSixSecondsInTheClassicProtocolToo() {
        // Given
        GroupProtocol protocol = GroupProtocol.CLASSIC;

        // When
        Map<String, Object> settings = KafkaClients.consumer(CONNECTION, "group", protocol);

        // Then
        assertThat(settings)
                .containsEntry("group.protocol", "classic")
                .containsEntry("session.timeout.ms", 6_000)
                .containsEntry("heartbeat.interval.ms", 1_500);
    }

    @Test
    void readsWithoutAGroup() {
        // Given
        Map<String, Object> connection = CONNECTION;

        // When
        Map<String, Object> settings = KafkaClients.reader(connection);

        // Then
        assertThat(settings).doesNotContainKeys("group.id", "group.protocol");
    }
}
