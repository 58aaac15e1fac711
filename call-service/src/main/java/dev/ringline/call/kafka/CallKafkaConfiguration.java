package dev.ringline.call.kafka;

import dev.ringline.call.CallService;
import dev.ringline.call.IncomingWatch;
import dev.ringline.call.ProviderStatus;
import dev.ringline.call.Timeline;
import dev.ringline.call.Users;
import dev.ringline.call.rules.Decision.Accepted;
import dev.ringline.contracts.CallEvent;
import dev.ringline.contracts.ProviderEvent.ProviderAvailability;
import dev.ringline.contracts.ProviderEvent.State;
import dev.ringline.contracts.Topics;
import dev.ringline.messaging.EncodedEvent;
import dev.ringline.messaging.EventEncoder;
import dev.ringline.messaging.listening.AssignedReader;
import dev.ringline.messaging.listening.AssignedReader.Subscription;
import dev.ringline.messaging.listening.AssignedReaders;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the calls to Kafka. */
@Configuration(proxyBeanMethods = false)
class CallKafkaConfiguration {

    @Bean
    Function<Accepted, List<EncodedEvent>> callEvents(EventEncoder encoder, InstantSource clock) {
        return new CallEventMapper(encoder, clock);
    }

    @Bean
    Function<Users.Fact, EncodedEvent> userEvents(EventEncoder encoder) {
        return new UserEventMapper(encoder);
    }

    @Bean
    EvidenceListener evidenceListener(CallService calls, Timeline timeline) {
        return new EvidenceListener(calls, timeline);
    }

    /** What other replicas stored: it wakes the long polls of this one. */
    @Bean
    AssignedReader ownCallEvents(AssignedReaders readers, IncomingWatch incoming, InstantSource clock) {
        Subscription fromNowOn = new Subscription(List.of(Topics.CALL_EVENTS), Duration.ZERO, clock);
        return readers.reader(fromNowOn, received -> {
            if (received.event() instanceof CallEvent event) {
                incoming.changed(event.call().calleeId());
            }
        });
    }

    @Bean
    AssignedReader providerStatusReader(AssignedReaders readers, ProviderStatus status) {
        return readers.reader(Subscription.fromTheBeginning(List.of(Topics.PROVIDER_STATUS)), received -> {
            if (received.event() instanceof ProviderAvailability told) {
                status.told(told.provider(), told.sequence(), told.state() == State.CLOSED ? told.until() : null);
            }
        });
    }
}
