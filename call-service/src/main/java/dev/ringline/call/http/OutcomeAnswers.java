package dev.ringline.call.http;

import dev.ringline.call.CallService.Outcome;
import dev.ringline.http.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers a device: 201 with a new call, 200 with one that exists, or a problem. */
final class OutcomeAnswers {

    private final CallViews views;
    private final CallProblems problems;

    OutcomeAnswers(CallViews views) {
        this.views = views;
        this.problems = new CallProblems(views);
    }

    ResponseEntity<CallView> of(Outcome outcome, Caller caller) {
        return switch (outcome) {
            case Outcome.Created(var call) ->
                ResponseEntity.status(HttpStatus.CREATED).body(views.withGrant(new Outcome.Done(call, true), caller));
            case Outcome.Done done -> ResponseEntity.ok(views.withGrant(done, caller));
            case Outcome.Rejected(var refusal, var call) -> throw problems.refused(refusal, call, caller);
            case Outcome.NotFound _ -> throw CallProblems.notFound();
            case Outcome.Unheard _ -> throw CallProblems.unheard();
            case Outcome.ProviderClosed(var retryAfter) -> throw CallProblems.providerClosed(retryAfter);
            case Outcome.NotAllowed(var reason) -> throw CallProblems.notAllowed(reason);
        };
    }
}
