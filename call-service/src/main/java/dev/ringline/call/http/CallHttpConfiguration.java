package dev.ringline.call.http;

import dev.ringline.call.CallProperties;
import dev.ringline.call.CallService;
import dev.ringline.call.UnsettledException;
import dev.ringline.http.ProblemSource;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what the controllers need. */
@Configuration(proxyBeanMethods = false)
class CallHttpConfiguration {

    @Bean
    CallViews callViews(CallService calls, InstantSource clock) {
        return new CallViews(calls, clock);
    }

    @Bean
    OutcomeAnswers outcomeAnswers(CallViews views) {
        return new OutcomeAnswers(views);
    }

    @Bean
    IncomingWatch incomingWatch() {
        return new IncomingWatch();
    }

    /** Rivals that were always first. */
    @Bean
    ProblemSource unsettledCalls() {
        return failure -> failure instanceof UnsettledException ? CallProblems.unsettled() : null;
    }

    @Bean
    CallsController.Parts callsControllerParts(IncomingWatch incoming, CallProperties properties) {
        return new CallsController.Parts(incoming, new Conversations(properties.trustConversationId()));
    }
}
