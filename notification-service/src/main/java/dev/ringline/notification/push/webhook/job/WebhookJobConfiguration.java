package dev.ringline.notification.push.webhook.job;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.ringline.duework.DocumentStore;
import dev.ringline.duework.DocumentStores;
import dev.ringline.duework.DueWork;
import dev.ringline.duework.DueWorkSettings;
import dev.ringline.notification.push.webhook.Webhooks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Wires what tells the app's backend. */
@Configuration(proxyBeanMethods = false)
class WebhookJobConfiguration {

    /** Longer than an attempt takes, so that no two replicas make the same one. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final long INDEX_CREATION_SECONDS = 60;

    @Bean
    DocumentStore<WebhookJob> webhookDocuments(DocumentStores stores) {
        return stores.store(WebhookJob.class);
    }

    @Bean
    DueWork webhookWork(DocumentStore<WebhookJob> webhookDocuments, ObjectProvider<WebhookJobs> jobs) {
        return webhookDocuments.dueWork(
                WebhookJob.DUE, job -> jobs.getObject().attempt(job), DueWorkSettings.leased(LEASE));
    }

    @Bean
    WebhookJobs webhookJobs(
            DocumentStore<WebhookJob> webhookDocuments,
            @Qualifier("webhookWork") ObjectProvider<DueWork> webhookWork,
            Webhooks webhooks,
            InstantSource clock) {
        return new WebhookJobs(webhookDocuments, webhookWork, webhooks, clock);
    }

    @Bean
    WebhookErasure webhookErasure(MongoTemplate mongo) {
        return new WebhookErasure(mongo);
    }

    @Bean
    InitializingBean webhookIndexes(MongoTemplate mongo) {
        return () -> {
            var documents = mongo.getDb()
                    .withTimeout(INDEX_CREATION_SECONDS, TimeUnit.SECONDS)
                    .getCollection(WebhookJob.COLLECTION);
            documents.createIndex(
                    Indexes.ascending("call.callerId"),
                    new IndexOptions().name("caller").sparse(true));
            documents.createIndex(
                    Indexes.ascending("call.calleeId"),
                    new IndexOptions().name("callee").sparse(true));
            documents.createIndex(
                    Indexes.ascending("message.message.participants"),
                    new IndexOptions().name("participants").sparse(true));
            documents.createIndex(
                    Indexes.ascending("expiresAt"),
                    new IndexOptions().name("retention").expireAfter(0L, TimeUnit.SECONDS));
        };
    }
}
