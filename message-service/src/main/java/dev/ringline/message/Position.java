package dev.ringline.message;

import java.time.Instant;
import java.util.Comparator;

/** The place of a message among others: by time, then by id. */
public record Position(Instant at, String messageId) implements Comparable<Position> {

    private static final Comparator<Position> ORDER =
            Comparator.comparing(Position::at).thenComparing(Position::messageId);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
