package dev.ringline.call.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringline.contracts.Topics;
import dev.ringline.testkit.EventProbe;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What MongoDB and Kafka hold of calls, read without any code of the service. */
record Evidence(MongoTemplate mongo, EventProbe events) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private record Told(String id, String type, long sequence, JsonNode body) {

        static Told of(ConsumerRecord<String, byte[]> record) {
            return new Told(
                    header(record, "ce_id"),
                    header(record, "ce_type"),
                    Long.parseLong(header(record, "ce_sequence")),
                    JsonMapper.shared().readTree(record.value()));
        }

        private static String header(ConsumerRecord<String, byte[]> record, String name) {
            return new String(record.headers().lastHeader(name).value(), UTF_8);
        }
    }

    /** The calls of these users, as they are stored. */
    List<Document> callsOf(Collection<String> users) {
        return mongo.find(
                Query.query(Criteria.where("participants").in(users)).with(Sort.by("_id")), Document.class, "calls");
    }

    Document call(String callId) {
        return mongo.findById(callId, Document.class, "calls");
    }

    /** The types of the events of a call, in the order in which they were told, once all are told. */
    List<String> toldOf(String callId) {
        return toldOf(call(callId)).stream()
                .map(told -> told.type().replaceAll("^dev\\.ringline\\.call\\.|\\.v1$", ""))
                .toList();
    }

    /** Nothing told twice, nothing left out, one end and nothing after it; nobody in two calls. */
    void check(Collection<String> users) {
        List<Document> calls = callsOf(users);
        calls.forEach(this::check);
        List<Document> live =
                calls.stream().filter(call -> call.containsKey("pairKey")).toList();
        assertThat(live.stream().map(call -> call.get("pairKey"))).doesNotHaveDuplicates();
        assertThat(live.stream().flatMap(call -> call.getList("occupies", String.class).stream()))
                .doesNotHaveDuplicates();
        assertThat(calls)
                .allSatisfy(call -> assertThat(call.containsKey("occupies"))
                        .isEqualTo(call.containsKey("pairKey"))
                        .isEqualTo(!call.getString("state").equals("ENDED")));
    }

    private void check(Document call) {
        List<Told> told = toldOf(call);
        assertThat(told)
                .extracting(Told::sequence)
                .isEqualTo(LongStream.rangeClosed(1, call.getLong("sequence"))
                        .boxed()
                        .toList());
        assertThat(told).extracting(one -> one.body().path("version").asLong()).isSorted();
        assertThat(told.getLast().body().path("version").asLong()).isLessThanOrEqualTo(call.getLong("version"));
        assertThat(told).filteredOn(one -> one.type().contains("answered")).hasSizeLessThan(2);
        boolean over = call.getString("state").equals("ENDED");
        assertThat(told).filteredOn(one -> one.type().contains("ended")).hasSize(over ? 1 : 0);
        assertThat(told.getLast().type().contains("ended")).isEqualTo(over);
    }

    private List<Told> toldOf(Document call) {
        return await("events of " + call)
                .atMost(PATIENCE)
                .until(() -> firstTelling(call), told -> told.size() >= call.getLong("sequence"));
    }

    /** A repeated event is the same event; what is left stands in the order of the topic. */
    private List<Told> firstTelling(Document call) {
        List<Told> all = told(call.getString("_id"))
                .filter(told -> told.sequence() <= call.getLong("sequence"))
                .toList();
        Set<Long> seen = new HashSet<>();
        List<Told> first =
                all.stream().filter(told -> seen.add(told.sequence())).toList();
        assertThat(all.stream().map(Told::id).distinct()).hasSameSizeAs(first);
        return first;
    }

    private Stream<Told> told(String callId) {
        return events.records().stream()
                .filter(record -> record.topic().equals(Topics.CALL_EVENTS) && callId.equals(record.key()))
                .map(Told::of);
    }
}
