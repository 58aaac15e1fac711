package dev.ringline.duework;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ringline.messaging.EncodedEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

/** Events that tell of a thing. */
final class Told {

    private Told() {}

    static List<EncodedEvent> events(String id, long... sequences) {
        return LongStream.of(sequences)
                .mapToObj(sequence -> event(id, sequence))
                .toList();
    }

    private static EncodedEvent event(String id, long sequence) {
        return new EncodedEvent(
                UUID.randomUUID().toString(),
                "dev.ringline.thing.told.v1",
                "/due-work-test",
                id,
                Instant.parse("2026-11-22T12:00:00Z"),
                sequence,
                "thing-events",
                id,
                null,
                "{}".getBytes(UTF_8));
    }
}
