package dev.ringline.notification.mongo;

import java.time.Instant;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Tells other replicas to end streams.
 *
 * @param by the replica that ended its own already
 * @param deviceId the one device; absent for all of the user
 */
@Document(LogOutDocument.COLLECTION)
record LogOutDocument(
        @Id ObjectId id, String by, String userId, @Nullable String deviceId, Instant at) {

    static final String COLLECTION = "logOuts";
}
