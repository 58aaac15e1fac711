package dev.ringline.call;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.ringline.call.Decision.Accepted;
import dev.ringline.call.Meeting.TokenOpener;
import dev.ringline.duework.DueWork;
import dev.ringline.messaging.EventPublisher;
import java.time.InstantSource;
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
    CallService callService(
            Calls calls, CallRules rules, TokenOpener tokens, Observers observers, InstantSource clock) {
        return new CallService(calls, rules, tokens, observers, clock);
    }

    @Bean
    Dialling dialling(
            Calls calls,
            CallService service,
            CallRules rules,
            Observers observers,
            EventPublisher events,
            InstantSource clock) {
        NoArgGenerator ids = Generators.timeBasedEpochGenerator();
        return new Dialling(
                calls,
                service,
                rules,
                new Dialling.Parts(() -> ids.generate().toString(), observers, events::lastSendFailed, clock));
    }

    @Bean
    Observers observers(ObjectProvider<DueWork> deadlines, ObjectProvider<Consumer<Accepted>> observers) {
        return new Observers(deadlines, observers);
    }

    /** Everyone who wants to know of a stored decision; first of all the timer of its next deadline. */
    record Observers(ObjectProvider<DueWork> deadlines, ObjectProvider<Consumer<Accepted>> others)
            implements Consumer<Accepted> {

        @Override
        public void accept(Accepted decision) {
            Call call = decision.next();
            call.nextDeadline().ifPresent(due -> deadlines.getObject().arm(call.id(), due));
            others.stream().filter(other -> other != this).forEach(other -> other.accept(decision));
        }
    }
}
