package dev.ringline.duework;

import org.springframework.data.mongodb.core.MongoTemplate;

/** Makes the store of each document type of a service. */
public final class DocumentStores {

    private final MongoTemplate mongo;
    private final Outbox.Parts outbox;
    private final DueWork.Environment environment;

    DocumentStores(MongoTemplate mongo, Outbox.Parts outbox, DueWork.Environment environment) {
        this.mongo = mongo;
        this.outbox = outbox;
        this.environment = environment;
    }

    /** The store of {@code type}; register it as a bean, so that its outbox starts and stops with the service. */
    public <T extends VersionedDocument> DocumentStore<T> store(Class<T> type) {
        return store(type, EventArchive.NONE);
    }

    /** As {@link #store(Class)}, with an archive of the events of these documents. */
    public <T extends VersionedDocument> DocumentStore<T> store(Class<T> type, EventArchive archive) {
        return new DocumentStore<>(mongo, type, outbox.archivedBy(archive), environment);
    }
}
