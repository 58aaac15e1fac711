package dev.ringline.messaging.listening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringline.contracts.Topics;
import dev.ringline.messaging.BrokenRecordException;
import dev.ringline.messaging.ReceivedEvent;
import dev.ringline.messaging.listening.ListeningApplication.Listener;
import dev.ringline.testkit.EventProbe;
import dev.ringline.testkit.Infrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessResourceFailureException;

class ListenerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static ConfigurableApplicationContext service;
    private static Listener listener;

    @AutoClose
    EventProbe probe = EventProbe.start();

    private final String callId = Ready.newCallId();

    @BeforeAll
    static void startService() {
        service =
                ListeningApplication.start(Infrastructure.shared().bootstrapServers(), "listener-" + UUID.randomUUID());
        listener = service.getBean(Listener.class);
    }

    @AfterAll
    static void stopService() {
        service.close();
    }

    @Test
    void getsEventsWithTheirEnvelopeInTheOrderOfTheirKey() {
        // Given
        probe.publish(Ready.SOURCE, Ready.event(callId, 1));

        // When
        probe.publish(Ready.SOURCE, Ready.event(callId, 2));

        // Then
        awaitAttempts(1L, 2L);
        ReceivedEvent first = listener.received(callId).getFirst();
        assertThat(first.event()).isEqualTo(Ready.event(callId, 1));
        assertThat(first.metadata().source()).isEqualTo(Ready.SOURCE);
    }

    @Test
    void putsABrokenRecordAwayAtOnce() {
        // Given
        listener.failOn(callId, _ -> new BrokenRecordException("no retry can help"));

        // When
        publishTwo();

        // Then
        awaitAttempts(1L, 2L);
        ConsumerRecord<String, byte[]> dead = probe.awaitDeadLetter(Topics.CALL_EVENTS, callId);
        assertThat(header(dead, DeadLetters.FAILURE_CLASS)).isEqualTo("BROKEN_RECORD");
    }

    @Test
    void triesAnUnknownFailureAFewTimesAndKeepsTheOrderOfTheKey() {
        // Given
        listener.failOn(callId, _ -> new IllegalStateException("who knows"));

        // When
        publishTwo();

        // Then
        awaitAttempts(1L, 1L, 1L, 1L, 1L, 1L, 2L);
        ConsumerRecord<String, byte[]> dead = probe.awaitDeadLetter(Topics.CALL_EVENTS, callId);
        assertThat(header(dead, DeadLetters.FAILURE_CLASS)).isEqualTo("UNKNOWN");
    }

    @Test
    void goesOnWhenAnUnknownFailurePasses() {
        // Given
        listener.failOn(callId, attempt -> attempt < 3 ? new IllegalStateException("for a moment") : null);

        // When
        publishTwo();

        // Then
        awaitAttempts(1L, 1L, 1L, 2L);
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void triesWithoutEndWhileTheTroubleIsOurOwn() {
        // Given
        int longerThanAnyUnknownFailure = 8;
        listener.failOn(
                callId,
                attempt -> attempt < longerThanAnyUnknownFailure
                        ? new DataAccessResourceFailureException("no database")
                        : null);

        // When
        publishTwo();

        // Then
        await().atMost(PATIENCE).until(() -> listener.attempts(callId).contains(2L));
        assertThat(listener.attempts(callId))
                .hasSize(longerThanAnyUnknownFailure + 1)
                .endsWith(1L, 2L);
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void countsTheAttemptsAtAFailingRecordWhileOthersSucceed() {
        // Given
        listener.failOn(callId, _ -> {
            probe.publish(Ready.SOURCE, Ready.event(Ready.newCallId(), 1));
            return new IllegalStateException("who knows");
        });

        // When
        publishTwo();

        // Then
        awaitAttempts(1L, 1L, 1L, 1L, 1L, 1L, 2L);
        probe.awaitDeadLetter(Topics.CALL_EVENTS, callId);
    }

    @Test
    void keepsADeadLetterAsItWasWithItsCauseAndPlace() {
        // Given
        listener.failOn(callId, _ -> new BrokenRecordException("no retry can help"));
        ProducerRecord<String, byte[]> sent = Ready.record(callId, 1, Instant.parse("2026-11-22T12:00:00Z"));

        // When
        probe.send(sent);

        // Then
        ConsumerRecord<String, byte[]> dead = probe.awaitDeadLetter(Topics.CALL_EVENTS, callId);
        ConsumerRecord<String, byte[]> original = original();
        assertThat(dead.value()).isEqualTo(sent.value());
        assertThat(dead.partition()).isEqualTo(original.partition());
        assertThat(sent.headers())
                .allSatisfy(header ->
                        assertThat(dead.headers().lastHeader(header.key())).isEqualTo(header));
        assertThat(header(dead, "kafka_dlt-original-topic")).isEqualTo(Topics.CALL_EVENTS);
        assertThat(dead.headers().lastHeader("kafka_dlt-original-offset").value())
                .isEqualTo(ByteBuffer.allocate(8).putLong(original.offset()).array());
        assertThat(header(dead, "kafka_dlt-exception-message")).contains("no retry can help");
        assertThat(header(dead, DeadLetters.STACK_HASH)).matches("[0-9a-f]+");
    }

    @Test
    void countsDeadLetters() {
        // Given
        double before = deadLetterCount();
        listener.failOn(callId, _ -> new BrokenRecordException("no retry can help"));

        // When
        publishTwo();

        // Then
        awaitAttempts(1L, 2L);
        assertThat(deadLetterCount()).isGreaterThan(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONSUMER", "CLASSIC"})
    void listensInBothGroupProtocols(String protocol) {
        // Given
        try (ConfigurableApplicationContext other = ListeningApplication.start(
                Infrastructure.shared().bootstrapServers(),
                "protocol-" + callId,
                "ringline.messaging.group-protocol=" + protocol)) {

            // When
            probe.publish(Ready.SOURCE, Ready.event(callId, 1));

            // Then
            await().atMost(PATIENCE)
                    .until(() -> !other.getBean(Listener.class).attempts(callId).isEmpty());
        }
    }

    private void publishTwo() {
        probe.publish(Ready.SOURCE, Ready.event(callId, 1));
        probe.publish(Ready.SOURCE, Ready.event(callId, 2));
    }

    private void awaitAttempts(Long... sequences) {
        await().atMost(PATIENCE).until(() -> listener.attempts(callId).size() >= sequences.length);
        assertThat(listener.attempts(callId)).containsExactly(sequences);
    }

    private Stream<ConsumerRecord<String, byte[]>> deadLetters() {
        return probe.records().stream()
                .filter(record -> record.topic().equals(Topics.deadLetters(Topics.CALL_EVENTS)))
                .filter(record -> callId.equals(record.key()));
    }

    private ConsumerRecord<String, byte[]> original() {
        return probe.records().stream()
                .filter(record -> record.topic().equals(Topics.CALL_EVENTS) && callId.equals(record.key()))
                .findFirst()
                .orElseThrow();
    }

    private static double deadLetterCount() {
        return service.getBean(MeterRegistry.class)
                .counter("ringline.dead_letters", "topic", Topics.CALL_EVENTS)
                .count();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
