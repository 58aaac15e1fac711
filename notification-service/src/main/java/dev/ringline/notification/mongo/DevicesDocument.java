package dev.ringline.notification.mongo;

import dev.ringline.duework.VersionedDocument;
import dev.ringline.notification.rules.device.Device;
import dev.ringline.notification.rules.device.UserDevices;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The devices of one user.
 *
 * @param id the user's
 * @param tokenHashes of all their tokens, each in one document at most; absent when there are none
 */
@Document(DevicesDocument.COLLECTION)
record DevicesDocument(
        @Id String id,
        long version,
        List<Device> devices,
        @Nullable List<String> tokenHashes) implements VersionedDocument {

    static final String COLLECTION = "devices";
    static final String TOKENS = "tokenHashes";

    static DevicesDocument of(UserDevices devices) {
        Set<String> tokens = devices.tokenHashes();
        return new DevicesDocument(
                devices.userId(),
                devices.version(),
                devices.devices(),
                tokens.isEmpty() ? null : tokens.stream().sorted().toList());
    }

    UserDevices toDevices() {
        return new UserDevices(id, version, devices);
    }
}
