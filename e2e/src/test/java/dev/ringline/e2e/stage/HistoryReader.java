package dev.ringline.e2e.stage;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.ringline.contracts.Topics;
import dev.ringline.e2e.checker.End;
import dev.ringline.e2e.checker.History;
import dev.ringline.e2e.checker.Said;
import dev.ringline.e2e.checker.StoredCall;
import dev.ringline.e2e.checker.StoredCall.Span;
import dev.ringline.e2e.checker.StoredLine;
import dev.ringline.e2e.checker.Told;
import dev.ringline.e2e.world.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a run left behind, from the stores themselves and from the first event on. */
record HistoryReader(String mongodb, String kafka) {

    private static final Duration POLL = Duration.ofMillis(200);

    /** Each is there only while something is still to be done. */
    private static final List<String> UNFINISHED = List.of(
            "pairKey", "occupies", "nextDeadline", "leaseDue", "followUpDue", "pending", "pendingDue", "pendingSince");

    History read(List<Said> answers) {
        var callEvents = topic(Topics.CALL_EVENTS);
        var lineEvents = topic(Topics.MESSAGE_EVENTS);
        return new History(calls(), lines(), callEvents, lineEvents, answers);
    }

    List<StoredCall> calls() {
        return documents("call", "calls", HistoryReader::call);
    }

    List<StoredLine> lines() {
        return documents("message", "messages", HistoryReader::line);
    }

    static MongoCollection<Document> collection(MongoClient client, String database, String name) {
        return client.getDatabase(database).getCollection(name).withReadConcern(ReadConcern.MAJORITY);
    }

    private <T> List<T> documents(String database, String name, com.mongodb.Function<Document, T> mapping) {
        try (var client = MongoClients.create(mongodb)) {
            return collection(client, database, name).find().map(mapping).into(new ArrayList<>());
        }
    }

    private static StoredCall call(Document call) {
        var ending = Optional.ofNullable(call.get("ending", Document.class));
        var span = new Span(
                instant(call, "createdAt"),
                call.get("answer") == null ? null : instant(call.get("answer", Document.class), "at"),
                ending.map(end ->
                        new End(lower(call.getString("status")), lower(end.getString("reason")), instant(end, "at"))));
        var meeting = call.get("meeting", new Document());
        return new StoredCall(
                call.getString("_id"),
                call.getString("callerId"),
                call.getString("calleeId"),
                call.getLong("sequence"),
                span,
                meeting.get("meetingId", ""),
                unfinished(call));
    }

    private static StoredLine line(Document message) {
        var call = message.get("call", Document.class);
        var end = new End(lower(call.getString("status")), lower(call.getString("reason")), instant(call, "endedAt"));
        return new StoredLine(
                message.getString("_id"),
                call.getString("callId"),
                end,
                message.getList("participants", String.class),
                unfinished(message));
    }

    private static List<String> unfinished(Document document) {
        return UNFINISHED.stream().filter(document::containsKey).toList();
    }

    private static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }

    private static String lower(@Nullable String constant) {
        return constant == null ? "" : constant.toLowerCase(Locale.ROOT);
    }

    private List<Told> topic(String name) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka, "enable.auto.commit", false, "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(name).stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var told = new ArrayList<Told>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> told.add(told(record)));
            }
            return told;
        }
    }

    private static Told told(ConsumerRecord<String, byte[]> record) {
        return new Told(
                Story.header(record, "ce_id"),
                Story.header(record, "ce_type"),
                Story.header(record, "ce_subject"),
                Long.parseLong(Story.header(record, "ce_sequence")),
                JsonMapper.shared().readTree(record.value()));
    }

    /** Whether nothing is still to be done: no call lives, each has its line, every event is out. */
    boolean isQuiet() {
        var calls = calls();
        var lines = lines();
        return lines.size() >= calls.size()
                && Stream.concat(
                                calls.stream().map(StoredCall::unfinished),
                                lines.stream().map(StoredLine::unfinished))
                        .allMatch(List::isEmpty);
    }
}
