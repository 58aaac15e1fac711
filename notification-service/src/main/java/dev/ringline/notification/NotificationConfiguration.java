package dev.ringline.notification;

import dev.ringline.contracts.Topics;
import dev.ringline.http.reactive.LongRequests;
import dev.ringline.messaging.listening.AssignedReader;
import dev.ringline.messaging.listening.AssignedReaders;
import dev.ringline.notification.kafka.LiveReader;
import dev.ringline.notification.mongo.MongoPresence;
import dev.ringline.notification.mongo.MongoProjection;
import dev.ringline.notification.mongo.MongoStreams;
import dev.ringline.notification.push.webpush.EndpointRule;
import dev.ringline.notification.push.webpush.Vapid;
import dev.ringline.notification.rules.device.BrowserKey;
import dev.ringline.notification.rules.device.SubscriptionEndpoints;
import dev.ringline.notification.rules.user.MissedCalls;
import dev.ringline.notification.rules.user.RingDetails;
import dev.ringline.notification.rules.user.Users;
import dev.ringline.notification.stream.Connections;
import dev.ringline.notification.stream.IncomingCalls;
import dev.ringline.notification.stream.StreamMetrics;
import dev.ringline.notification.stream.StreamProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Wires rules and doors. */
@Configuration(proxyBeanMethods = false)
@EnableKafka
@EnableScheduling
@EnableConfigurationProperties(StreamProperties.class)
class NotificationConfiguration {

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration PRESENCE = Duration.ofSeconds(2);
    private static final Duration FORGETTING = Duration.ofSeconds(30);

    @Bean
    MongoProjection projection(MongoTemplate mongo) {
        return new MongoProjection(mongo);
    }

    @Bean
    LiveCalls liveCalls(Projection projection, InstantSource clock) {
        return new LiveCalls(projection, clock);
    }

    @Bean
    LongRequests unobservedStreams() {
        return new LongRequests("/v1/stream");
    }

    @Bean
    StreamMetrics streamMetrics(MeterRegistry metrics) {
        return new StreamMetrics(metrics);
    }

    @Bean
    Connections connections(
            StreamProperties properties,
            StreamMetrics metrics,
            InstantSource clock,
            ObjectProvider<AssignedReader> liveReader) {
        return new Connections(
                properties, metrics, clock, () -> liveReader.getObject().caughtUp());
    }

    @Bean
    MongoStreams streams(MongoTemplate mongo, Connections connections, InstantSource clock) {
        return new MongoStreams(mongo, connections::end, clock);
    }

    @Bean
    MongoPresence presence(MongoTemplate mongo, Connections connections, InstantSource clock) {
        return new MongoPresence(mongo, connections::connected, clock);
    }

    @Bean
    SubscriptionEndpoints subscriptionEndpoints(EndpointRule rule) {
        return endpoint -> rule.problem(endpoint).orElse(null);
    }

    @Bean
    BrowserKey browserKey(ObjectProvider<Vapid> vapid) {
        Vapid keys = vapid.getIfAvailable();
        return new BrowserKey(keys == null ? null : keys.publicKey());
    }

    @Bean
    RingDetails ringDetails(Users users, MissedCalls missed, InstantSource clock) {
        return new RingDetails(users, missed, clock);
    }

    @Bean
    IncomingCalls incomingCalls(
            Connections connections, RingDetails details, AsyncTaskExecutor applicationTaskExecutor) {
        return new IncomingCalls(
                connections,
                call -> {
                    RingDetails.Details found = details.of(call.callerId(), call.calleeId());
                    return call.alerting(found.alert(), found.caller());
                },
                applicationTaskExecutor);
    }

    @Bean
    AssignedReader liveReader(
            AssignedReaders readers,
            LiveCalls calls,
            IncomingCalls incoming,
            InstantSource clock,
            MeterRegistry metrics) {
        var topics = List.of(Topics.CALL_EVENTS, Topics.MESSAGE_EVENTS, Topics.USER_EVENTS);
        return readers.reader(
                new AssignedReader.Subscription(topics, LiveCalls.LOOK_BACK, clock),
                new LiveReader(calls, incoming::deliver, metrics));
    }

    @Bean
    HealthIndicator liveReaderHealthIndicator(AssignedReader liveReader) {
        return () -> (liveReader.caughtUp() ? Health.up() : Health.outOfService()).build();
    }

    @Bean
    SchedulingConfigurer regularWork(
            Connections connections, LiveCalls calls, MongoStreams streams, MongoPresence presence) {
        return tasks -> {
            tasks.addFixedRateTask(connections::tick, TICK);
            tasks.addFixedRateTask(streams::lookForOthers, TICK);
            tasks.addFixedRateTask(presence::tell, PRESENCE);
            tasks.addFixedRateTask(calls::forget, FORGETTING);
        };
    }
}
