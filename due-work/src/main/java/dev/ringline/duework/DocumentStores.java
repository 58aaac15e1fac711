package dev.ringline.duework;

import java.util.function.Predicate;
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
        return store(type, EventArchive.NONE, _ -> true);
    }

    /**
     * As {@link #store(Class)}, with an archive of the events of these documents.
     *
     * @param beforeSweep what a sweeper does before it publishes the events of a document whose writer did not, who may
     *     have died before {@linkplain DocumentStore#insert(VersionedDocument, java.util.List,
     *     java.util.function.BooleanSupplier) what he was to do}; false if it wrote the document itself: that write has
     *     published what was pending
     */
    public <T extends VersionedDocument> DocumentStore<T> store(
            Class<T> type, EventArchive archive, Predicate<T> beforeSweep) {
        return new DocumentStore<>(mongo, type, outbox.archivedBy(archive), environment, beforeSweep);
    }
}
