package dev.ringline.notification.push.webhook.job;

import dev.ringline.duework.DocumentStore;
import dev.ringline.duework.DueWork;
import dev.ringline.notification.push.webhook.Webhooks;
import dev.ringline.notification.rules.webhook.AppBackend;
import dev.ringline.notification.rules.webhook.WebhookEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;

/** Tells every endpoint that wants to know, each for itself: none waits for another. */
final class WebhookJobs implements AppBackend {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookJobs.class);

    private final DocumentStore<WebhookJob> store;
    private final ObjectProvider<DueWork> work;
    private final Webhooks webhooks;
    private final InstantSource clock;

    /** @param work asked for late, as it does what is done here */
    WebhookJobs(DocumentStore<WebhookJob> store, ObjectProvider<DueWork> work, Webhooks webhooks, InstantSource clock) {
        this.store = store;
        this.work = work;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    @Override
    public boolean wants(WebhookEvent.Type type) {
        return !webhooks.endpointsFor(type).isEmpty();
    }

    @Override
    public void tell(WebhookEvent event) {
        webhooks.endpointsFor(event.type()).forEach(endpoint -> begin(WebhookJob.first(endpoint, event, now())));
    }

    private void begin(WebhookJob job) {
        try {
            store.insert(job, List.of());
            arm(job);
        } catch (DuplicateKeyException e) {
            LOG.atDebug().addKeyValue("eventId", job.eventId()).log("The backend is told of this already");
        }
    }

    /** Makes the attempt that is due; what follows from it is stored when it is over. */
    void attempt(WebhookJob job) {
        var _ = webhooks.send(job.endpoint(), job.event())
                .thenAccept(result -> {
                    WebhookJob next = job.after(result, now());
                    if (store.compareAndSet(next, job.version(), List.of())) {
                        arm(next);
                    }
                })
                .whenComplete((_, failure) -> warn(failure, job));
    }

    private void arm(WebhookJob job) {
        Instant due = job.due();
        if (due != null) {
            work.getObject().arm(job.id(), due);
        }
    }

    private static void warn(@Nullable Throwable failure, WebhookJob job) {
        if (failure != null) {
            LOG.atWarn()
                    .addKeyValue("eventId", job.eventId())
                    .setCause(failure)
                    .log("The end of an attempt could not be stored; it will be made again");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
