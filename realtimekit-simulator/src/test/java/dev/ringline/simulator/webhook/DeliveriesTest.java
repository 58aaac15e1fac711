package dev.ringline.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringline.simulator.Receiver;
import dev.ringline.simulator.Receiver.Received;
import dev.ringline.simulator.SimulatorClock;
import dev.ringline.simulator.Timers;
import dev.ringline.simulator.webhook.Delivery.State;
import dev.ringline.simulator.webhook.Webhook.Draft;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DeliveriesTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final WebhookKey KEY = new WebhookKey();

    private final Receiver receiver = new Receiver();
    private final SimulatorClock clock = new SimulatorClock(InstantSource.fixed(Instant.EPOCH));
    private final Timers timers = new Timers(clock);
    private final Deliveries deliveries = new Deliveries(
            clock,
            timers,
            new Scribe(JsonMapper.shared(), KEY),
            new WebhookSettings(Duration.ofSeconds(5), 3, Duration.ofSeconds(30)));
    private final Webhook webhook =
            Webhook.create(new Draft("all", receiver.url(), Webhook.EVENTS, true), Instant.EPOCH);

    @AfterEach
    void stop() {
        deliveries.close();
        timers.close();
        receiver.close();
    }

    @Test
    void sendsInTheOrderOfTheEvents() {
        // When
        announce(20);
        // Then
        awaitReceived(20);
        assertThat(receiver.events()).isEqualTo(numbered(20));
    }

    @Test
    void repeatsWhatFailedWithTheSameIdUntilItIsTaken() {
        // Given
        receiver.answers(503, 500);
        announce(1);
        awaitAnswer(503);
        timers.advance(Duration.ofSeconds(30));
        awaitAnswer(500);
        // When
        timers.advance(Duration.ofSeconds(60));
        // Then
        awaitState(State.DELIVERED, 3);
        assertThat(receiver.received()).extracting(Received::uuid).hasSize(3).containsOnly(uuid());
        assertThat(receiver.received().stream().map(Received::signature).distinct())
                .hasSize(1);
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        // Given
        receiver.answers(500, 502, 503);
        announce(1);
        awaitAnswer(500);
        timers.advance(Duration.ofSeconds(30));
        awaitAnswer(502);
        // When
        timers.advance(Duration.ofSeconds(60));
        // Then
        awaitState(State.FAILED, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 404, 429})
    void takesEveryOtherRefusalAsFinal(int status) {
        // Given
        receiver.answers(status);
        // When
        announce(1);
        // Then
        awaitState(State.FAILED, 1);
    }

    @Test
    void repeatsWhenNobodyAnswers() {
        // Given
        receiver.close();
        // When
        announce(1);
        // Then
        awaitState(State.PENDING, 1);
    }

    @Test
    void losesWhatIsToBeDropped() {
        // Given
        deliveries.suffer(faults(1, 0, 0, 0));
        // When
        announce(1);
        // Then
        awaitState(State.DROPPED, 0);
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void sendsADuplicateWithTheSameId() {
        // Given
        deliveries.suffer(faults(0, 1, 0, 0));
        // When
        announce(1);
        // Then
        awaitReceived(2);
        assertThat(receiver.received()).extracting(Received::uuid).containsOnly(uuid());
    }

    @Test
    void swapsADeliveryWithTheNext() {
        // Given
        deliveries.suffer(faults(0, 0, 1, 0));
        // When
        announce(4);
        // Then
        awaitReceived(4);
        assertThat(receiver.events()).containsExactly("1", "0", "3", "2");
    }

    @Test
    void sendsWhatNothingFollowsAfterTheDelay() {
        // Given
        deliveries.suffer(faults(0, 0, 1, 0));
        announce(1);
        awaitKnown(1);
        // When
        timers.advance(Duration.ofSeconds(5));
        // Then
        awaitReceived(1);
    }

    @Test
    void delays() {
        // Given
        deliveries.suffer(faults(0, 0, 0, 1));
        announce(1);
        awaitKnown(1);
        boolean early = !receiver.received().isEmpty();
        // When
        timers.advance(Duration.ofSeconds(5));
        // Then
        awaitReceived(1);
        assertThat(early).isFalse();
    }

    @Test
    void hitsTheSameDeliveriesWithTheSameSeed() {
        // Given
        deliveries.suffer(faults(0.5, 0, 0, 0));
        announce(40);
        awaitKnown(40);
        List<State> first = states();
        deliveries.clear();
        deliveries.suffer(faults(0.5, 0, 0, 0));
        // When
        announce(40);
        // Then
        awaitKnown(40);
        assertThat(states()).isEqualTo(first).contains(State.DROPPED);
    }

    @Test
    void sendsTheSameBytesAgainOnOrder() {
        // Given
        announce(1);
        awaitState(State.DELIVERED, 1);
        // When
        boolean known = deliveries.repeat(deliveries.reports().getFirst().uuid());
        // Then
        awaitReceived(2);
        assertThat(known).isTrue();
        assertThat(receiver.received().getLast().body())
                .isEqualTo(receiver.received().getFirst().body());
    }

    private void announce(int events) {
        numbered(events).forEach(event -> deliveries.announce(List.of(webhook), event, Map.of("event", event)));
    }

    private static List<String> numbered(int events) {
        return IntStream.range(0, events).mapToObj(Integer::toString).toList();
    }

    private static DeliveryFaults faults(double drop, double duplicate, double reorder, double delay) {
        return new DeliveryFaults(drop, duplicate, reorder, delay, Duration.ofSeconds(5), false, false, false, 7);
    }

    private String uuid() {
        return deliveries.reports().getFirst().uuid().toString();
    }

    private List<State> states() {
        return deliveries.reports().stream()
                .map(report -> report.state() == State.DROPPED ? State.DROPPED : State.DELIVERED)
                .toList();
    }

    private void awaitReceived(int number) {
        await().atMost(LONG).until(() -> receiver.received().size() == number);
    }

    private void awaitKnown(int number) {
        await().atMost(LONG).until(() -> deliveries.reports().size() == number);
    }

    private void awaitAnswer(int status) {
        await().atMost(LONG)
                .until(() -> deliveries.reports().stream()
                        .anyMatch(report -> Integer.valueOf(status).equals(report.lastStatus())));
    }

    private void awaitState(State state, int attempts) {
        await().atMost(LONG)
                .until(() -> deliveries.reports().stream()
                        .anyMatch(report -> report.state() == state && report.attempts() == attempts));
    }
}
