package dev.ringline.e2e.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.testkit.EventProbe;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What one topic tells of one call, in order. A repeat of an event, which a crash may cause, is left out. */
public record Story(List<Told> events) {

    public record Told(String id, String type, long sequence) {

        private static Told of(ConsumerRecord<String, byte[]> record) {
            return new Told(
                    header(record, "ce_id"), header(record, "ce_type"), Long.parseLong(header(record, "ce_sequence")));
        }
    }

    static Story of(EventProbe probe, String topic, String callId) {
        return new Story(probe.records().stream()
                .filter(record -> record.topic().equals(topic) && Objects.equals(record.key(), callId))
                .map(Told::of)
                .distinct()
                .toList());
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Told from the beginning to the one end, in order and without a gap. */
    public void assertWhole() {
        assertThat(events).extracting(Told::sequence).containsExactlyElementsOf(counting());
        assertThat(events)
                .filteredOn(told -> told.type().startsWith("dev.ringline.call.ended"))
                .hasSize(1);
        assertThat(events.getLast().type()).startsWith("dev.ringline.call.ended");
    }

    private List<Long> counting() {
        return LongStream.rangeClosed(1, events.size()).boxed().toList();
    }
}
