package dev.ringline.call;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.ringline.call.Admission.Verdict;
import dev.ringline.call.CallService.Observer;
import dev.ringline.call.CallService.Surroundings;
import dev.ringline.call.JoinGrant.TokenOpener;
import dev.ringline.call.rules.CallRules;
import dev.ringline.call.rules.Decision.Accepted;
import dev.ringline.call.rules.Decision.Ignored;
import dev.ringline.call.rules.Timers;
import dev.ringline.messaging.EventPublisher;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;

/** Wires the rules to the doors. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CallProperties.class)
class CallConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(CallConfiguration.class);

    @Bean
    Timers callTimers(CallProperties properties) {
        return properties.timers();
    }

    @Bean
    CallRules callRules(Timers timers) {
        return new CallRules(timers);
    }

    @Bean
    CallService callService(Calls calls, CallRules rules, TokenOpener tokens, Surroundings surroundings) {
        return new CallService(calls, rules, tokens, surroundings);
    }

    @Bean
    ProviderStatus providerStatus() {
        return new ProviderStatus();
    }

    @Bean
    @ConditionalOnProperty(name = "ringline.calls.admission.url", matchIfMissing = true, havingValue = "none")
    Admission everybody() {
        LOG.warn("Anybody may ring anybody: ringline.calls.admission names nobody to ask");
        return _ -> new Verdict.Ring(false);
    }

    @Bean
    Administration administration(Calls calls, CallService service, Users users, Timeline timeline) {
        return new Administration(calls, service, users, timeline);
    }

    @Bean
    IncomingWatch incomingWatch() {
        return new IncomingWatch();
    }

    @Bean
    ApplicationListener<ContextClosedEvent> endOfLongPolls(IncomingWatch incoming) {
        return _ -> incoming.stop();
    }

    @Bean
    FollowUps followUps(Calls calls, CallService service, CallProperties properties) {
        return new FollowUps(calls, service, properties.busy());
    }

    @Bean
    Dialling.Parts diallingParts(
            EventPublisher events,
            ProviderStatus provider,
            Admission admission,
            CallProperties properties,
            Surroundings surroundings) {
        NoArgGenerator ids = Generators.timeBasedEpochGenerator();
        return new Dialling.Parts(
                () -> ids.generate().toString(),
                () -> Duration.ofMillis(ThreadLocalRandom.current().nextLong(300, 1500)),
                events::lastSendFailed,
                provider,
                admission,
                new Dialling.Policy(
                        properties.busy(),
                        properties.trustConversationId(),
                        properties.timers().maxDuration()),
                surroundings);
    }

    @Bean
    Dialling dialling(Calls calls, CallService service, CallRules rules, Dialling.Parts parts) {
        return new Dialling(calls, service, rules, parts);
    }

    @Bean
    Surroundings surroundings(List<Observer> observers, InstantSource clock) {
        return Surroundings.of(new Everyone(observers), clock);
    }

    /** Everyone who wants to know of a call. */
    record Everyone(List<Observer> observers) implements Observer {

        @Override
        public void stored(Accepted decision) {
            observers.forEach(observer -> observer.stored(decision));
        }

        @Override
        public void ignored(Ignored evidence) {
            observers.forEach(observer -> observer.ignored(evidence));
        }
    }
}
