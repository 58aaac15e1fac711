package dev.ringline.notification.push.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.notification.push.PushProperties;
import dev.ringline.notification.push.PushResult;
import dev.ringline.notification.push.PushResult.Accepted;
import dev.ringline.notification.push.PushResult.Failed;
import dev.ringline.notification.push.PushResult.Gone;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class EndpointGatesTest {

    private static final PushResult ACCEPTED = new Accepted(null);

    private final EndpointGates gates = new EndpointGates(new PushProperties(Duration.ofSeconds(30), 2, null, false));
    private final AtomicInteger sent = new AtomicInteger();

    @Test
    void asksAnEndpointNoMoreThatKeepsFailing() {
        // Given
        for (int i = 0; i < 10; i++) {
            gates.through("sick", answering(new Failed("HTTP 500", null))).join();
        }
        // When
        PushResult result = gates.through("sick", answering(ACCEPTED)).join();
        // Then
        assertThat(result)
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.retryAfter()).isPositive());
        assertThat(sent).hasValue(10);
        assertThat(gates.through("well", answering(ACCEPTED)).join()).isEqualTo(ACCEPTED);
    }

    @Test
    void anEndpointThatKnowsNoTokenIsNotSick() {
        // Given
        for (int i = 0; i < 50; i++) {
            gates.through("strict", answering(new Gone("HTTP 410"))).join();
        }
        // When
        PushResult result = gates.through("strict", answering(ACCEPTED)).join();
        // Then
        assertThat(result).isEqualTo(ACCEPTED);
    }

    @Test
    void refusesWhatIsTooMuchAtOnceAndTakesMoreAfterwards() {
        // Given
        var first = new CompletableFuture<PushResult>();
        var underWay = gates.through("busy", () -> first);
        var alsoUnderWay = gates.through("busy", CompletableFuture::new);
        // When
        PushResult tooMuch = gates.through("busy", answering(ACCEPTED)).join();
        first.complete(ACCEPTED);
        PushResult afterwards = gates.through("busy", answering(ACCEPTED)).join();
        // Then
        assertThat(tooMuch).isInstanceOf(Failed.class);
        assertThat(afterwards).isEqualTo(ACCEPTED);
        assertThat(underWay).isCompletedWithValue(ACCEPTED);
        assertThat(alsoUnderWay).isNotDone();
    }

    @Test
    void givesUpWhatNeverEnds() {
        // Given
        var impatient = new EndpointGates(new PushProperties(Duration.ofMillis(100), 1, null, false));
        // When
        PushResult result = impatient.through("hanging", CompletableFuture::new).join();
        // Then
        assertThat(result).isEqualTo(new Failed("no answer within 100 ms", null));
        assertThat(impatient.through("hanging", answering(ACCEPTED)).join()).isEqualTo(ACCEPTED);
    }

    @Test
    void turnsADefectIntoAFailure() {
        // When
        PushResult thrown = gates.through("a", () -> {
                    throw new IllegalStateException("secret");
                })
                .join();
        PushResult failed = gates.through(
                        "a", () -> CompletableFuture.failedFuture(new IllegalStateException("secret")))
                .join();
        // Then
        assertThat(thrown).isEqualTo(new Failed("IllegalStateException", null)).isEqualTo(failed);
    }

    private Supplier<CompletableFuture<PushResult>> answering(PushResult result) {
        return () -> {
            sent.incrementAndGet();
            return CompletableFuture.completedFuture(result);
        };
    }
}
