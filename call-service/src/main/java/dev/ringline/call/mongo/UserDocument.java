package dev.ringline.call.mongo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ringline.duework.VersionedDocument;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What is kept of a user.
 *
 * @param id a hash of the user's id, so that the document can stay when the id must go
 * @param sequence counts the events about the user
 * @param tombstone what stands in his place, from his erasure on
 * @param erasing his id, as long as there are calls of his to be rewritten
 * @param erasureDue present as long as that
 */
@Document("users")
record UserDocument(
        @Id String id,
        long version,
        long sequence,
        @Nullable Instant seenUpTo,
        @Nullable String tombstone,
        @Nullable String erasing,
        @Nullable Instant erasureDue)
        implements VersionedDocument {

    static UserDocument unknown(String userId) {
        return new UserDocument(idOf(userId), 0, 0, null, null, null, null);
    }

    static String idOf(String userId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(userId.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    UserDocument seen(Instant upTo) {
        return new UserDocument(id, version + 1, sequence + 1, upTo, tombstone, erasing, erasureDue);
    }

    UserDocument erased(String userId, String newTombstone, Instant due) {
        return new UserDocument(id, version + 1, sequence + 1, null, newTombstone, userId, due);
    }

    UserDocument buried() {
        return new UserDocument(id, version + 1, sequence, seenUpTo, tombstone, null, null);
    }
}
