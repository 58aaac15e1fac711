package dev.ringline.meeting.mongo;

import dev.ringline.duework.DocumentStore;
import dev.ringline.duework.DueWork;
import dev.ringline.meeting.Announcement;
import dev.ringline.meeting.Provisioning;
import dev.ringline.meeting.Provisionings;
import dev.ringline.meeting.Provisionings.Change;
import dev.ringline.messaging.EncodedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;

/** Provisionings in MongoDB, the announcements of a change in the same document write. */
public final class MongoProvisionings implements Provisionings {

    private final DocumentStore<ProvisioningDocument> store;
    private final DueWork work;
    private final Function<Announcement, EncodedEvent> encoder;

    public MongoProvisionings(
            DocumentStore<ProvisioningDocument> store, DueWork work, Function<Announcement, EncodedEvent> encoder) {
        this.store = store;
        this.work = work;
        this.encoder = encoder;
    }

    @Override
    public Optional<Provisioning> find(String callId) {
        return store.find(callId).map(ProvisioningDocument::toProvisioning);
    }

    @Override
    public boolean insert(Provisioning first) {
        try {
            store.insert(ProvisioningDocument.of(first), List.of());
            return true;
        } catch (DuplicateKeyException known) {
            return false;
        }
    }

    @Override
    public boolean store(Change change) {
        List<EncodedEvent> events = change.announcements().stream().map(encoder).toList();
        return store.compareAndSet(ProvisioningDocument.of(change.next()), change.expectedVersion(), events);
    }

    @Override
    public void arm(Provisioning provisioning) {
        Instant due = provisioning.schedule().due();
        if (due != null) {
            work.arm(provisioning.call().callId(), due);
        }
    }
}
