package dev.ringline.notification.push.job;

import dev.ringline.duework.DocumentStore;
import dev.ringline.duework.DocumentStores;
import dev.ringline.duework.DueWork;
import dev.ringline.duework.DueWorkSettings;
import dev.ringline.messaging.EncodedEvent;
import dev.ringline.messaging.listening.AssignedReader;
import dev.ringline.notification.LiveCalls;
import dev.ringline.notification.push.PushChannel;
import dev.ringline.notification.push.token.RingTokenSource;
import dev.ringline.notification.rules.device.Devices;
import dev.ringline.notification.rules.push.Presence;
import dev.ringline.notification.rules.push.Report;
import dev.ringline.notification.rules.user.RingDetails;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Wires the jobs. */
@Configuration(proxyBeanMethods = false)
class PushJobConfiguration {

    private static final int BATCH = 500;
    private static final int CONCURRENCY = 64;

    @Bean
    DocumentStore<Job> jobDocuments(DocumentStores stores) {
        return stores.store(Job.class);
    }

    /** Who does the work is asked for late, as it stores its results in what arms this very work. */
    @Bean
    DueWork pushJobs(DocumentStore<Job> store, ObjectProvider<PushWork> work) {
        return store.dueWork(
                Job.DUE, due -> work.getObject().work(due), new DueWorkSettings(Duration.ZERO, BATCH, CONCURRENCY));
    }

    @Bean
    MongoJobs mongoJobs(
            MongoTemplate mongo,
            DocumentStore<Job> store,
            DueWork pushJobs,
            Function<Report, EncodedEvent> deliveryReports) {
        return new MongoJobs(mongo, store, pushJobs, deliveryReports);
    }

    @Bean
    JobErasure jobErasure(MongoTemplate mongo) {
        return new JobErasure(mongo);
    }

    @Bean
    PushWork pushWork(
            JobStore jobs, PushChannel channel, Devices devices, LiveCalls calls, PushWork.Surroundings surroundings) {
        return new PushWork(jobs, channel, devices, calls, surroundings);
    }

    @Bean
    PushWork.Surroundings pushSurroundings(
            InstantSource clock,
            RingTokenSource ringTokens,
            AsyncTaskExecutor applicationTaskExecutor,
            Presence presence,
            ObjectProvider<AssignedReader> liveReader) {
        return new PushWork.Surroundings(
                clock,
                ringTokens,
                applicationTaskExecutor,
                presence,
                () -> liveReader.getObject().caughtUp());
    }

    @Bean
    Pushes pushes(
            JobStore jobs,
            Devices devices,
            RingDetails details,
            Presence presence,
            LiveCalls calls,
            PushWork work,
            InstantSource clock) {
        return new Pushes(jobs, new Pushes.Recipients(devices, details, presence), calls, work, clock);
    }
}
