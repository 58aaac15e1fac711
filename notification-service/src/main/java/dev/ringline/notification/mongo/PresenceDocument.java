package dev.ringline.notification.mongo;

import dev.ringline.notification.rules.push.Connected;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A device with an open live stream.
 *
 * @param by the replica that serves it
 * @param until when it counts as gone unless it is renewed
 */
@Document(PresenceDocument.COLLECTION)
record PresenceDocument(@Id String id, String userId, String deviceId, String by, Instant until) {

    static final String COLLECTION = "presence";

    static String idOf(Connected device) {
        return device.userId() + "/" + device.deviceId();
    }
}
