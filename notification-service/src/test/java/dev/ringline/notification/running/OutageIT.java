package dev.ringline.notification.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.notification.Projection;
import dev.ringline.testkit.EventProbe;
import dev.ringline.testkit.Infrastructure;
import dev.ringline.testkit.RealParts;
import dev.ringline.testkit.TestIdentity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@RealParts
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "ringline.stream.keep-alive=1s")
class OutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    private Projection projection;

    private final String callee = ToldCall.someone();

    @AutoClose
    private final EventProbe probe = EventProbe.start();

    @BeforeEach
    void awaitReadiness() {
        Readiness.await(port);
    }

    @AfterEach
    void thaw() {
        Infrastructure.shared().thawMongodb();
    }

    @Test
    void ringsWithoutItsDatabaseAndCatchesUpAfterwards() throws IOException {
        try (var bob = StreamClient.connect(port, callee + "-phone")) {
            // Given
            ToldCall call = ToldCall.to(callee);
            Infrastructure.shared().freezeMongodb();
            // When
            probe.publish("/call-service", call.initiated());
            // Then
            assertThat(bob.await("call.incoming").field("callId")).isEqualTo(call.callId());
            var refusal = StreamClient.get(port, TestIdentity.tokenFor(callee), callee + "-tablet");
            assertThat(refusal.statusCode()).isEqualTo(503);
            assertThat(refusal.body()).asString(StandardCharsets.UTF_8).contains("\"code\":\"unavailable\"");
            Infrastructure.shared().thawMongodb();
            Awaitility.await().atMost(PATIENCE).until(() -> isStored(call));
            try (var tablet = StreamClient.connect(port, callee + "-tablet")) {
                assertThat(tablet.snapshot().data().at("/calls/0/callId").asString())
                        .isEqualTo(call.callId());
            }
            assertThat(probe.records()).noneMatch(record -> record.topic().endsWith("-dlt"));
        }
    }

    private boolean isStored(ToldCall call) {
        return projection.sequences(List.of(call.callId())).containsKey(call.callId());
    }
}
