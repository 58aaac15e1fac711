package dev.ringline.messaging.listening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringline.contracts.Topics;
import dev.ringline.messaging.BrokenRecordException;
import dev.ringline.messaging.MessagingProperties.GroupProtocol;
import dev.ringline.messaging.ReceivedEvent;
import dev.ringline.messaging.listening.ListeningApplication.Listener;
import dev.ringline.testkit.EventProbe;
import dev.ringline.testkit.Infrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.ConsumerSeekAware;

/** In both group protocols: what a listener is promised does not depend on how its group agrees who reads what. */
@ParameterizedClass
@EnumSource
class ListenerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static ConfigurableApplicationContext service;
    private static Listener listener;

    @Parameter
    GroupProtocol protocol;

    @AutoClose
    EventProbe probe = EventProbe.start();

    private final String callId = Ready.newCallId();

    @BeforeParameterizedClassInvocation
    static void startService(GroupProtocol protocol) {
        service = start("listener-" + UUID.randomUUID(), protocol);
        listener = service.getBean(Listener.class);
    }

    @AfterParameterizedClassInvocation
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
    void neverAsksForPositionsWhilePartitionsAreAssigned() {
        // When
        var containers = service.getBean(KafkaListenerEndpointRegistry.class).getListenerContainers();

        // Then
        assertThat(containers)
                .isNotEmpty()
                .allSatisfy(container -> assertThat(
                                container.getContainerProperties().getMessageListener())
                        .isNotInstanceOf(ConsumerSeekAware.class));
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

    /** Batch listeners began to count anew with each record that succeeded elsewhere (Spring Kafka, issues 4371 and 4518). */
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

    /**
     * A member that joins takes partitions over in the middle of the pause before a retry. With batches behind a delegating
     * error handler the positions went on past what was not delivered yet (Spring Kafka, issue 4545).
     */
    @Test
    void losesNothingWhenAnotherMemberJoinsWhileARecordIsTriedAgain() {
        // Given
        var mended = new AtomicBoolean();
        listener.failOn(callId, _ -> mended.get() ? null : new DataAccessResourceFailureException("no database"));
        LongStream.rangeClosed(1, 5).forEach(sequence -> probe.publish(Ready.SOURCE, Ready.event(callId, sequence)));
        await().atMost(PATIENCE).until(() -> listener.attempts(callId).size() > 1);

        // When
        try (var other = start(service.getEnvironment().getProperty("spring.application.name"), protocol)) {
            var joined = other.getBean(Listener.class);
            probe.publish(Ready.SOURCE, Ready.event(callId, 6));
            mended.set(true);

            // Then
            await().atMost(PATIENCE)
                    .until(() -> Stream.of(listener, joined)
                            .flatMap(member -> member.attempts(callId).stream())
                            .collect(toSet())
                            .containsAll(List.of(1L, 2L, 3L, 4L, 5L, 6L)));
            assertThat(listener.attempts(callId)).isSorted();
            assertThat(joined.attempts(callId)).isSorted();
            assertThat(deadLetters()).isEmpty();
        }
    }

    private static ConfigurableApplicationContext start(String group, GroupProtocol protocol) {
        return ListeningApplication.start(
                Infrastructure.shared().bootstrapServers(), group, "ringline.messaging.group-protocol=" + protocol);
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
