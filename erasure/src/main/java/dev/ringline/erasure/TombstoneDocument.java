package dev.ringline.erasure;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An erased user. It is never deleted: dead letters can be replayed at any age.
 *
 * @param id the {@link KeyedHash} of the user's id
 * @param at when the erasure came here first
 */
@Document(TombstoneDocument.COLLECTION)
record TombstoneDocument(@Id String id, String tombstone, Instant at) {

    static final String COLLECTION = "erased";
}
