package dev.ringline.call;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.ringline.call.Decision.Accepted;
import dev.ringline.call.Meeting.TokenOpener;
import dev.ringline.duework.DueWork;
import dev.ringline.messaging.EventPublisher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the rules to the doors. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CallProperties.class)
class CallConfiguration {

    @Bean
    CallRules callRules(CallProperties properties) {
        return new CallRules(properties.timers());
    }

    @Bean
    CallService callService(Calls calls, CallRules rules, TokenOpener tokens, Surroundings surroundings) {
        return new CallService(calls, rules, tokens, surroundings);
    }

    @Bean
    Dialling dialling(
            Calls calls, CallService service, CallRules rules, Surroundings surroundings, EventPublisher events) {
        NoArgGenerator ids = Generators.timeBasedEpochGenerator();
        return new Dialling(
                calls,
                service,
                rules,
                new Dialling.Parts(() -> ids.generate().toString(), events::lastSendFailed, surroundings));
    }

    @Bean
    Surroundings surroundings(
            ObjectProvider<DueWork> deadlines, List<Consumer<Accepted>> observers, InstantSource clock) {
        return Surroundings.of(new Observers(deadlines, observers, clock), clock);
    }

    /** Everyone who wants to know of a stored decision; first of all the timer of its next deadline. */
    record Observers(ObjectProvider<DueWork> deadlines, List<Consumer<Accepted>> others, InstantSource clock)
            implements Consumer<Accepted> {

        /** Later deadlines are the sweeper's: a timer for each would be kept long after most calls have ended. */
        private static final Duration SOON = Duration.ofMinutes(2);

        @Override
        public void accept(Accepted decision) {
            Call call = decision.next();
            Instant horizon = clock.instant().plus(SOON);
            call.nextDeadline()
                    .filter(horizon::isAfter)
                    .ifPresent(due -> deadlines.getObject().arm(call.id(), due));
            others.forEach(other -> other.accept(decision));
        }
    }
}
