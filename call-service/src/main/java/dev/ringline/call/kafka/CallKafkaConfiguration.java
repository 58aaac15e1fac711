package dev.ringline.call.kafka;

import dev.ringline.call.CallService;
import dev.ringline.call.Decision.Accepted;
import dev.ringline.messaging.EncodedEvent;
import dev.ringline.messaging.EventEncoder;
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
    MeetingEventsListener meetingEventsListener(CallService calls) {
        return new MeetingEventsListener(calls);
    }
}
