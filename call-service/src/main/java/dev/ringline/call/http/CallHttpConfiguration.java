package dev.ringline.call.http;

import dev.ringline.call.CallService;
import dev.ringline.call.CallService.UnsettledException;
import dev.ringline.call.Calls;
import dev.ringline.call.Dialling;
import dev.ringline.call.IncomingWatch;
import dev.ringline.call.Users;
import dev.ringline.call.rules.Timers;
import dev.ringline.http.ProblemSource;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what the controllers need. */
@Configuration(proxyBeanMethods = false)
class CallHttpConfiguration {

    @Bean
    CallViews callViews(CallService calls, InstantSource clock, Timers timers) {
        return new CallViews(calls, clock, timers.heartbeat());
    }

    @Bean
    OutcomeAnswers outcomeAnswers(CallViews views) {
        return new OutcomeAnswers(views);
    }

    /** Rivals that were always first. */
    @Bean
    ProblemSource unsettledCalls() {
        return failure -> failure instanceof UnsettledException ? CallProblems.unsettled() : null;
    }

    @Bean
    CallsController.Parts callsControllerParts(
            Calls calls, IncomingWatch incoming, Dialling dialling, Users users, InstantSource clock) {
        return new CallsController.Parts(calls, incoming, dialling, users, clock);
    }
}
