package dev.ringline.benchmarks.row.ring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.benchmarks.row.ring.RingReads.Reads;
import org.junit.jupiter.api.Test;

class RingReadsTest {

    @Test
    void takesOffWhatIsReadAnyway() {
        // Given: 8 reads in a time, of which 2 were of devices; the rings took two and a half times as long
        Reads idle = new Reads(8, 2);
        Reads ringing = new Reads(60, 15);

        // When
        Reads each = ringing.of(10, idle, 2.5);

        // Then
        assertThat(each).isEqualTo(new Reads(4, 1));
    }

    @Test
    void roundsWhatComesInBetweenAway() {
        // Given: a read came that had nothing to do with the rings
        Reads ringing = new Reads(41, 10);

        // When
        Reads each = ringing.of(10, new Reads(0, 0), 1);

        // Then
        assertThat(each).isEqualTo(new Reads(4, 1));
    }
}
