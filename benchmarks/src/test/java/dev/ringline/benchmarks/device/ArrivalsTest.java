package dev.ringline.benchmarks.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final Frame INCOMING = Frame.parse(
                    "event: call.incoming\ndata: {\"callId\":\"c1\",\"at\":\"2026-11-22T09:30:00.250Z\"}")
            .orElseThrow();

    private final Arrivals arrivals = new Arrivals();

    @Test
    void tellsWhoWaitedBefore() {
        // Given
        CompletableFuture<Arrival> expected = arrivals.of("c1", "call.incoming", "phone");

        // When
        arrivals.add("phone", INCOMING);

        // Then
        assertThat(expected).isCompleted();
        assertThat(expected.join().happened()).isEqualTo("2026-11-22T09:30:00.250Z");
    }

    @Test
    void tellsWhoAsksAfterwards() {
        // Given
        arrivals.add("phone", INCOMING);

        // When
        CompletableFuture<Arrival> expected = arrivals.of("c1", "call.incoming", "phone");

        // Then
        assertThat(expected).isCompleted();
    }

    @Test
    void tellsNobodyOfAnotherDeviceCallOrEvent() {
        // Given
        // When
        arrivals.add("phone", INCOMING);

        // Then
        assertThat(arrivals.of("c1", "call.incoming", "tablet")).isNotDone();
        assertThat(arrivals.of("c2", "call.incoming", "phone")).isNotDone();
        assertThat(arrivals.of("c1", "call.ended", "phone")).isNotDone();
    }

    @Test
    void keepsTheFirstOfRepetitions() {
        // Given
        arrivals.add("phone", INCOMING);
        Arrival first = arrivals.of("c1", "call.incoming", "phone").join();

        // When
        arrivals.add("phone", INCOMING);

        // Then
        assertThat(arrivals.of("c1", "call.incoming", "phone").join()).isSameAs(first);
    }

    @Test
    void measuresFromWhatHappened() {
        // Given
        Instant happened = Instant.parse("2026-11-22T09:30:00.250Z");
        Arrival arrival = new Arrival(1_000, happened.plusMillis(12), happened);

        // When
        long nanos = arrival.sinceItHappened();

        // Then
        assertThat(nanos).isEqualTo(Duration.ofMillis(12).toNanos());
    }

    @Test
    void ordersArrivalsByTheClockThatNeverJumps() {
        // Given: the wall clock was set back between the two
        Instant now = Instant.parse("2026-11-22T09:30:00Z");
        Arrival early = new Arrival(1_000, now, now);
        Arrival late = new Arrival(2_000, now.minusSeconds(5), now);

        // When
        // Then
        assertThat(early.last(late)).isSameAs(late);
        assertThat(late.last(early)).isSameAs(late);
        assertThat(early.first(late)).isSameAs(early);
        assertThat(late.first(early)).isSameAs(early);
    }
}
