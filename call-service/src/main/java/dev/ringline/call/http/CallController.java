package dev.ringline.call.http;

import dev.ringline.call.CallService;
import dev.ringline.call.CallService.Outcome;
import dev.ringline.call.rules.CallCommand.Actor;
import dev.ringline.call.rules.CallCommand.Alert;
import dev.ringline.call.rules.CallCommand.Answer;
import dev.ringline.call.rules.CallCommand.ByUser;
import dev.ringline.call.rules.CallCommand.Decline;
import dev.ringline.call.rules.CallCommand.End;
import dev.ringline.call.rules.CallCommand.Heartbeat;
import dev.ringline.http.Caller;
import jakarta.validation.Valid;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One call: look at it, and act on it with a device. */
@RestController
@RequestMapping("/v1/calls/{callId}")
class CallController {

    private final CallService calls;
    private final CallViews views;
    private final OutcomeAnswers answers;

    CallController(CallService calls, CallViews views, OutcomeAnswers answers) {
        this.calls = calls;
        this.views = views;
        this.answers = answers;
    }

    /** What a command may carry: nothing, or an empty object. Anything else is a mistake that its sender should learn of. */
    record NoFields() {}

    @GetMapping
    CallView get(@PathVariable String callId, Caller caller) {
        return calls.find(callId, caller.userId())
                .map(call -> views.withGrant(new Outcome.Done(call, false), caller))
                .orElseThrow(CallProblems::notFound);
    }

    @PostMapping("/alerting")
    ResponseEntity<CallView> alerting(
            @PathVariable String callId, Caller caller, @RequestBody(required = false) @Nullable NoFields body) {
        return perform(callId, caller, Alert::new);
    }

    @PostMapping("/answer")
    ResponseEntity<CallView> answer(
            @PathVariable String callId, Caller caller, @RequestBody(required = false) @Nullable NoFields body) {
        return perform(callId, caller, Answer::new);
    }

    @PostMapping("/decline")
    ResponseEntity<CallView> decline(
            @PathVariable String callId, Caller caller, @RequestBody(required = false) @Nullable NoFields body) {
        return perform(callId, caller, Decline::new);
    }

    @PostMapping("/end")
    ResponseEntity<CallView> end(
            @PathVariable String callId, Caller caller, @RequestBody(required = false) @Nullable NoFields body) {
        return perform(callId, caller, End::new);
    }

    @PostMapping("/heartbeat")
    ResponseEntity<CallView> heartbeat(
            @PathVariable String callId, Caller caller, @Valid @RequestBody HeartbeatBody body) {
        return perform(
                callId, caller, actor -> new Heartbeat(actor, body.media().toReport()));
    }

    private ResponseEntity<CallView> perform(String callId, Caller caller, Function<Actor, ByUser> command) {
        Actor actor = new Actor(caller.userId(), caller.requireDevice());
        return answers.of(calls.perform(callId, command.apply(actor)), caller);
    }
}
