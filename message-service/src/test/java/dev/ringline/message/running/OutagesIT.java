package dev.ringline.message.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringline.contracts.MessageEvent.MessageWritten;
import dev.ringline.local.mongodb.Mongod;
import dev.ringline.local.mongodb.MongodProgram;
import dev.ringline.message.Calls;
import dev.ringline.message.MessageWriter;
import dev.ringline.message.Messages;
import dev.ringline.testkit.EventProbe;
import dev.ringline.testkit.Infrastructure;
import dev.ringline.testkit.TestIdentity;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Outages delay messages; they lose none and send none to the dead letters. */
@RunningService
class OutagesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @LocalServerPort
    int port;

    @Autowired
    MessageWriter writer;

    @Autowired
    MeterRegistry metrics;

    @Autowired
    Environment environment;

    @AutoClose
    EventProbe probe = EventProbe.start();

    private final List<String> calls =
            IntStream.range(0, 5).mapToObj(_ -> Ends.newCallId()).toList();

    @Test
    void tellsOfMessagesAfterKafkaWasAway() {
        // Given
        Infrastructure.shared().takeKafkaDown();
        try {
            calls.forEach(call -> writer.write(Calls.missed(call).call()));
        } finally {

            // When
            Infrastructure.shared().bringKafkaBack();
        }

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(calls).allSatisfy(this::wasTold));
    }

    @Test
    void writesAllMessagesAfterMongodbDidNotAnswer() {
        // Given
        Infrastructure.shared().freezeMongodb();
        try {
            long failures = failures(metrics);
            calls.forEach(call -> probe.publish(Ends.SOURCE, Ends.hungUp(call)));
            await().atMost(PATIENCE).until(() -> failures(metrics) > failures);
        } finally {

            // When
            Infrastructure.shared().thawMongodb();
        }

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(calls).allSatisfy(this::wasTold));
        assertThat(deadKeys()).doesNotContainAnyElementsOf(calls);
    }

    @Test
    void asksReadersToComeAgainWhileMongodbDoesNotAnswer() {
        // Given
        RestTestClient client = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build();
        RestTestClient.RequestHeadersSpec<?> request = client.get()
                .uri("/v1/messages")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TestIdentity.tokenFor("alice"));
        Infrastructure.shared().freezeMongodb();
        try {

            // When
            RestTestClient.ResponseSpec response = request.exchange();

            // Then
            response.expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists(HttpHeaders.RETRY_AFTER)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("unavailable");
        } finally {
            Infrastructure.shared().thawMongodb();
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> client.get()
                        .uri("/v1/messages")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + TestIdentity.tokenFor("alice"))
                        .exchange()
                        .expectStatus()
                        .isOk());
    }

    @Test
    void writesAllMessagesAfterMongodbWasKilled(@TempDir Path folder) {
        // Given
        try (Mongod mongod = ownMongod(folder).start();
                ConfigurableApplicationContext service = serviceOn(mongod)) {
            MeterRegistry counted = service.getBean(MeterRegistry.class);
            mongod.kill();
            calls.forEach(call -> probe.publish(Ends.SOURCE, Ends.hungUp(call)));
            await().atMost(PATIENCE).until(() -> failures(counted) > 0);

            // When
            mongod.start();

            // Then
            Messages messages = service.getBean(Messages.class);
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(calls)
                            .allSatisfy(call ->
                                    assertThat(messages.find(call, "alice")).isPresent()));
            assertThat(deadKeys()).doesNotContainAnyElementsOf(calls);
        }
    }

    private void wasTold(String call) {
        assertThat(probe.seen(MessageWritten.class, call)).isNotEmpty();
    }

    private Set<String> deadKeys() {
        return probe.records().stream()
                .filter(record -> record.topic().endsWith("-dlt"))
                .map(record -> record.key())
                .collect(Collectors.toSet());
    }

    private ConfigurableApplicationContext serviceOn(Mongod mongod) {
        return Replica.start(
                environment,
                Map.of(
                        "spring.mongodb.uri",
                        mongod.uri("message"),
                        "spring.kafka.consumer.group-id",
                        "outage-" + calls.getFirst()));
    }

    private static Mongod ownMongod(Path folder) {
        return Mongod.on(
                MongodProgram.ofThisMachine().require(), folder.resolve("data"), folder.resolve("mongod.log"), 0);
    }

    private static long failures(MeterRegistry metrics) {
        return metrics.find("spring.kafka.listener").timers().stream()
                .filter(timer -> !"none".equals(timer.getId().getTag("error")))
                .mapToLong(Timer::count)
                .sum();
    }
}
