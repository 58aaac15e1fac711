package dev.ringline.notification.push.job;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.ringline.duework.DocumentStore;
import dev.ringline.duework.DocumentStore.Fresh;
import dev.ringline.duework.DueWork;
import dev.ringline.messaging.EncodedEvent;
import dev.ringline.notification.rules.push.Report;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Jobs in MongoDB, the reports of a change in the same document write. */
final class MongoJobs implements JobStore, InitializingBean {

    private static final String CALL = "call.callId";
    private static final long INDEX_CREATION_SECONDS = 60;

    private final MongoTemplate mongo;
    private final DocumentStore<Job> store;
    private final DueWork work;
    private final Function<Report, EncodedEvent> encoder;

    MongoJobs(MongoTemplate mongo, DocumentStore<Job> store, DueWork work, Function<Report, EncodedEvent> encoder) {
        this.mongo = mongo;
        this.store = store;
        this.work = work;
        this.encoder = encoder;
    }

    @Override
    public void afterPropertiesSet() {
        var documents = mongo.getDb()
                .withTimeout(INDEX_CREATION_SECONDS, TimeUnit.SECONDS)
                .getCollection(Job.COLLECTION);
        documents.createIndex(Indexes.ascending(CALL), new IndexOptions().name("call"));
        documents.createIndex(Indexes.ascending("userId"), new IndexOptions().name("user"));
        documents.createIndex(
                Indexes.ascending("expiresAt"),
                new IndexOptions().name("retention").expireAfter(0L, TimeUnit.SECONDS));
    }

    @Override
    public Optional<Job> find(String id) {
        return store.find(id);
    }

    @Override
    public List<Job> ofCall(String callId) {
        return mongo.find(query(where(CALL).is(callId)), Job.class);
    }

    @Override
    public List<Job> insert(List<NewJob> jobs) {
        return store.insertAll(jobs.stream()
                .map(fresh -> new Fresh<>(fresh.job(), encoded(fresh.reports())))
                .toList());
    }

    @Override
    public void workOn(List<Job> jobs) {
        jobs.forEach(this::arm);
    }

    @Override
    public void workNow(Job job, Runnable task) {
        work.run(job.id(), task);
    }

    @Override
    public boolean store(Job next, List<Report> reports) {
        boolean stored = store.compareAndSet(next, next.version() - 1, encoded(reports));
        if (stored) {
            arm(next);
        }
        return stored;
    }

    @Override
    public boolean storeAll(List<Job> nexts) {
        boolean all = store.replaceAll(nexts);
        workOn(nexts);
        return all;
    }

    /** An attempt that is under way is looked at again only if it is abandoned, and then by a sweep. */
    private void arm(Job job) {
        if (job.due() != null && job.waits()) {
            work.arm(job.id(), job.due());
        }
    }

    private List<EncodedEvent> encoded(List<Report> reports) {
        return reports.stream().map(encoder).toList();
    }
}
