package dev.ringline.meeting;

import dev.ringline.duework.DocumentStore;
import dev.ringline.duework.DocumentStores;
import dev.ringline.duework.DueWork;
import dev.ringline.duework.DueWorkSettings;
import dev.ringline.meeting.Patience.Backoff;
import dev.ringline.meeting.kafka.CallEventsListener;
import dev.ringline.meeting.kafka.MeetingEvents;
import dev.ringline.meeting.mongo.MongoProvisionings;
import dev.ringline.meeting.mongo.ProvisioningDocument;
import dev.ringline.meeting.mongo.ProvisioningRetention;
import dev.ringline.meeting.realtimekit.RealtimeKitClient;
import dev.ringline.meeting.realtimekit.RealtimeKitProperties;
import dev.ringline.meeting.sealing.HpkeSealer;
import dev.ringline.meeting.sealing.SealingProperties;
import dev.ringline.messaging.EventEncoder;
import dev.ringline.messaging.SequenceGuard;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiPredicate;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RealtimeKitProperties.class, MeetingsProperties.class, SealingProperties.class})
class MeetingProvisionerConfiguration {

    private static final int BATCH = 500;
    private static final int CONCURRENCY = 64;

    @Bean
    RealtimeKitClient meetingProvider(
            RealtimeKitProperties settings,
            MeetingsProperties meetings,
            MeterRegistry meters,
            ObservationRegistry observations,
            InstantSource clock) {
        return new RealtimeKitClient(settings, meetings.presets(), meters, observations, clock);
    }

    @Bean
    HpkeSealer tokenSealer(SealingProperties settings) {
        return HpkeSealer.read(settings);
    }

    @Bean
    MeetingEvents meetingEvents(EventEncoder encoder, InstantSource clock) {
        return new MeetingEvents(encoder, clock);
    }

    @Bean
    DocumentStore<ProvisioningDocument> provisioningStore(DocumentStores stores) {
        return stores.store(ProvisioningDocument.class);
    }

    @Bean
    ProvisioningRetention provisioningRetention(MongoTemplate mongo, MeetingsProperties settings) {
        return new ProvisioningRetention(mongo, settings.keepProvisionings());
    }

    /** The provisioner is asked for late: it stores its results in what arms this very work. */
    @Bean
    DueWork provisioningWork(DocumentStore<ProvisioningDocument> store, ObjectProvider<Provisioner> provisioner) {
        return store.dueWork(
                ProvisioningDocument.DUE,
                due -> provisioner.getObject().work(due.toProvisioning()),
                new DueWorkSettings(Provisioning.LEASE, BATCH, CONCURRENCY));
    }

    @Bean
    MongoProvisionings provisionings(
            DocumentStore<ProvisioningDocument> store, DueWork provisioningWork, MeetingEvents events) {
        return new MongoProvisionings(store, provisioningWork, events::encode);
    }

    @Bean
    Patience patience(MeetingsProperties settings) {
        RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        return new Patience(
                settings.deadlines(),
                new Backoff(Duration.ofMillis(500), Duration.ofSeconds(4), random),
                new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), random));
    }

    @Bean
    Provisioner provisioner(
            Provisionings provisionings,
            MeetingProvider provider,
            TokenSealer sealer,
            Patience patience,
            InstantSource clock) {
        return new Provisioner(provisionings, provider, sealer, patience, clock);
    }

    @Bean
    CallEventsListener callEventsListener(
            Provisionings provisionings, MeterRegistry meters, Patience patience, InstantSource clock) {
        return new CallEventsListener(new CallRequests(provisionings, admission(meters), patience.deadlines(), clock));
    }

    /** Events that mean nothing to a meeting leave no trace here, so a number that was skipped is no gap. */
    private static BiPredicate<Long, Long> admission(MeterRegistry meters) {
        SequenceGuard guard = new SequenceGuard("meeting-provisioner", meters);
        return (seen, received) -> guard.admits(received > seen ? received - 1 : seen, received);
    }
}
