package dev.ringline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import dev.ringline.contracts.CallEvent.CallEnded;
import dev.ringline.contracts.CallEvent.CallReady;
import dev.ringline.contracts.CallFacts;
import dev.ringline.contracts.CallPhase;
import dev.ringline.contracts.CallStatus;
import dev.ringline.contracts.Media;
import java.time.Instant;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig
@RealParts
class RealPartsIT {

    @Autowired
    Environment environment;

    @AutoClose
    EventProbe probe = EventProbe.start();

    @Test
    void showsTheEventsThatWerePublishedAboutACall() {
        // Given
        var ready = ready();

        // When
        probe.publish("/call-service", ready);

        // Then
        assertThat(probe.await(CallReady.class, ready.subject())).isEqualTo(ready);
        assertThat(probe.seen(ready.subject())).containsExactly(ready);
        assertThat(probe.seen(CallEnded.class, ready.subject())).isEmpty();
    }

    @Test
    void showsAnEventThatCameTwiceOnce() {
        // Given
        var ready = ready();
        probe.publish("/call-service", ready);
        probe.publish("/call-service", ready);

        // When
        var last = ready();
        probe.publish("/call-service", last);

        // Then
        probe.await(CallReady.class, last.subject());
        assertThat(probe.seen(ready.subject())).containsExactly(ready);
        await().until(() -> probe.timesTold(CallReady.class, ready.subject()) == 2);
    }

    @Test
    void keepsWhatWasPublishedWhileTheBrokerIsAwayAndBack() {
        // Given
        var ready = ready();
        probe.publish("/call-service", ready);
        Infrastructure.shared().takeKafkaDown();

        // When
        Infrastructure.shared().bringKafkaBack();

        // Then
        var later = ready();
        probe.publish("/call-service", later);
        assertThat(probe.await(CallReady.class, later.subject())).isEqualTo(later);
    }

    @Test
    void givesTheContextADatabaseOfItsOwn() {
        // Given
        var uri = environment.getRequiredProperty("spring.mongodb.uri");

        // When
        try (var client = MongoClients.create(uri)) {
            client.getDatabase("test").getCollection("any").insertOne(new Document());

            // Then
            assertThat(uri).matches(".*/test-[0-9a-f-]{36}(\\?.*)?");
        }
    }

    private static CallReady ready() {
        var call = new CallFacts(
                UUID.randomUUID().toString(),
                3,
                3,
                "alice",
                "bob",
                "c1",
                Media.AUDIO,
                CallStatus.ONGOING,
                CallPhase.CONNECTING,
                false,
                "alice-phone",
                "bob-phone");
        return new CallReady(call, Instant.parse("2026-01-01T00:00:00Z"));
    }
}
