package dev.ringline.message.mongo;

import dev.ringline.duework.VersionedDocument;
import dev.ringline.message.CallLine;
import dev.ringline.message.Fingerprint;
import dev.ringline.message.SystemMessage;
import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A stored message. {@code _id} is the call's id, so that there is one per call.
 *
 * @param fingerprint of the event that it was made from, until a user of it is erased
 */
@Document(MessageDocument.COLLECTION)
record MessageDocument(
        @Id String id,
        long version,
        String conversationId,
        List<String> participants,
        CallLine call,
        Instant at,
        String fingerprint)
        implements VersionedDocument {

    static final String COLLECTION = "messages";

    static MessageDocument of(SystemMessage message, Fingerprint source) {
        return new MessageDocument(
                message.messageId(),
                1,
                message.conversationId(),
                message.participants(),
                message.call(),
                message.at(),
                source.value());
    }

    SystemMessage message() {
        return new SystemMessage(conversationId, participants, call);
    }

    Fingerprint source() {
        return new Fingerprint(fingerprint);
    }
}
