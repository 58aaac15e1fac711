package dev.ringline.e2e.stage;

import com.mongodb.client.MongoClients;
import dev.ringline.contracts.Topics;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/** Spoils what a run left in the real stores, so that it is seen whether anybody would notice. */
public record Planting(String mongodb, String kafka) {

    /** The oldest event of a partition is gone for good. */
    public void loseAnEvent() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            for (int number = 0; ; number++) {
                var partition = new TopicPartition(Topics.CALL_EVENTS, number);
                long first = offset(admin, partition, OffsetSpec.earliest());
                if (first < offset(admin, partition, OffsetSpec.latest())) {
                    admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(first + 1)))
                            .all()
                            .get();
                    return;
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not let go of an event", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Some call has a second line. */
    public void doubleALine() {
        try (var client = MongoClients.create(mongodb)) {
            var lines = HistoryReader.collection(client, "message", "messages");
            var line = lines.find().first();
            if (line == null) {
                throw new IllegalStateException("There is no line that could be doubled");
            }
            line.put("_id", "planted-" + line.getString("_id"));
            lines.insertOne(line);
        }
    }

    private static long offset(Admin admin, TopicPartition partition, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        ListOffsetsResultInfo found = admin.listOffsets(Map.of(partition, which))
                .partitionResult(partition)
                .get();
        return found.offset();
    }
}
