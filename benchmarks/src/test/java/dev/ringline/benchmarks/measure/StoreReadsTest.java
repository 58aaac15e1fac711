package dev.ringline.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.Document;
import org.junit.jupiter.api.Test;

class StoreReadsTest {

    private static final StoreReads READS = StoreReads.of(new Document("note", "all times in microseconds")
            .append("notification.devices", counts(7, 0))
            .append("notification.presence", counts(10, 2))
            .append("notifications.other", counts(100, 100)));

    @Test
    void addsUpTheCollectionsOfOneDatabase() {
        // Given
        // When
        long reads = READS.in("notification");

        // Then: its finds, and the later pages of what they found
        assertThat(reads).isEqualTo(19);
    }

    @Test
    void knowsOneCollection() {
        // Given
        // When
        long reads = READS.ofCollection("notification.presence");

        // Then
        assertThat(reads).isEqualTo(12);
    }

    @Test
    void countsNothingWhereNothingIs() {
        // Given
        // When
        long reads = READS.ofCollection("notification.nothing");

        // Then
        assertThat(reads).isZero();
    }

    /** Of what mongod tells of a collection, a part; a number may come as an integer. */
    private static Document counts(int queries, int pages) {
        return new Document("queries", new Document("time", 5L).append("count", queries))
                .append("getmore", new Document("time", 5L).append("count", (long) pages))
                .append("insert", new Document("time", 5L).append("count", 1_000L));
    }
}
