package dev.ringline.call.http;

import dev.ringline.call.Call;
import dev.ringline.call.CallCommand.Actor;
import dev.ringline.call.CallRules.DialRequest;
import dev.ringline.call.Calls;
import dev.ringline.call.Calls.Position;
import dev.ringline.call.Dialling;
import dev.ringline.call.Media;
import dev.ringline.http.Caller;
import dev.ringline.http.Cursor;
import dev.ringline.http.Page;
import dev.ringline.http.Paging;
import dev.ringline.http.Problem;
import dev.ringline.http.ProblemException;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A user's calls: dial, what rings, and what was. */
@RestController
@RequestMapping("/v1/calls")
class CallsController {

    private static final int LONGEST_WAIT = 25;

    private final Calls calls;
    private final Dialling dialling;
    private final CallViews views;
    private final OutcomeAnswers answers;
    private final Parts parts;

    CallsController(Calls calls, Dialling dialling, CallViews views, OutcomeAnswers answers, Parts parts) {
        this.calls = calls;
        this.dialling = dialling;
        this.views = views;
        this.answers = answers;
        this.parts = parts;
    }

    /** What else these requests need. */
    record Parts(IncomingWatch incoming, Conversations conversations) {}

    @PostMapping
    ResponseEntity<CallView> dial(
            @Valid @RequestBody DialBody body,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String idempotencyKey,
            Caller caller) {
        return answers.of(dialling.dial(request(body, idempotencyKey, caller)), caller);
    }

    @GetMapping("/incoming")
    Page<CallView> incoming(@RequestParam(defaultValue = "0") int wait, Caller caller) {
        if (wait < 0 || wait > LONGEST_WAIT) {
            throw new ProblemException(Problem.invalid("wait", "must be a whole number from 0 to " + LONGEST_WAIT));
        }
        List<Call> ringing = parts.incoming()
                .await(caller.userId(), Duration.ofSeconds(wait), () -> calls.ringingFor(caller.userId()));
        return new Page<>(
                ringing.stream().map(call -> views.plain(call, caller)).toList(), null);
    }

    @GetMapping
    Page<CallView> history(Paging paging, Caller caller) {
        Cursor before = paging.before();
        Position position = before == null ? null : new Position(before.at(), before.id());
        return Page.of(
                        calls.history(caller.userId(), position, paging.fetch()),
                        paging,
                        call -> new Cursor(call.createdAt(), call.id()))
                .map(call -> views.plain(call, caller));
    }

    private DialRequest request(DialBody body, @Nullable String idempotencyKey, Caller caller) {
        if (body.calleeId().equals(caller.userId())) {
            throw new ProblemException(Problem.invalid("calleeId", "must be somebody else"));
        }
        return new DialRequest(
                new Actor(caller.userId(), caller.requireDevice()),
                body.calleeId(),
                parts.conversations().of(caller.userId(), body.calleeId(), body.conversationId()),
                body.media() == null ? Media.AUDIO : body.media().toMedia(),
                body.ring(),
                IdempotencyKeys.dial(idempotencyKey, caller.userId(), body));
    }
}
