package dev.ringline.call.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.call.running.CallClient.Answer;
import dev.ringline.contracts.CallEvent.CallReady;
import dev.ringline.http.ring.RingTokenSigner;
import dev.ringline.testkit.EventProbe;
import dev.ringline.testkit.RealParts;
import dev.ringline.testkit.TestIdentity;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a device that a push woke may see and do before its user's session is there. */
@RealParts
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RingTokenIT {

    @AutoClose
    private final EventProbe events = EventProbe.start();

    private CallClient alice;
    private CallClient bob;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        alice = CallClient.of(port, "alice");
        bob = CallClient.of(port, "bob");
    }

    @Test
    void seesThatItStillRings() {
        // Given
        String call = alice.dial(bob);

        // When
        Answer seen = woken(call).get(call);

        // Then
        assertThat(seen.text("status")).isEqualTo("ringing");
    }

    @Test
    void getsNoGrantEvenWhereItsUserWould() {
        // Given
        String call = alice.dial(bob);
        events.publish("/meeting-provisioner", Meetings.provisioned(call, alice, bob));
        events.await(CallReady.class, call);
        bob.post(call, "answer");

        // When
        Answer seen = woken(call).get(call);

        // Then
        assertThat(bob.get(call).body().at("/join/authToken").asString()).isEqualTo("token-of-" + bob.user());
        assertThat(seen.text("status")).isEqualTo("ongoing");
        assertThat(seen.body().get("join").isNull()).isTrue();
    }

    @Test
    void alertsAndDeclines() {
        // Given
        String call = alice.dial(bob);
        CallClient woken = woken(call);
        Answer alerting = woken.post(call, "alerting");

        // When
        Answer declined = woken.post(call, "decline");

        // Then
        assertThat(alerting.text("phase")).isEqualTo("alerting");
        assertThat(declined.text("status")).isEqualTo("declined");
        assertThat(alice.get(call).text("endReason")).isEqualTo("declined");
    }

    private CallClient woken(String call) {
        String token = RingTokenSigner.of(TestIdentity.ringKeys().privateKeys())
                .sign(bob.user(), bob.device(), call, Instant.now().plus(Duration.ofMinutes(1)));
        return new CallClient(bob.base(), bob.user(), bob.device(), token);
    }
}
