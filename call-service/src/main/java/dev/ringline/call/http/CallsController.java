package dev.ringline.call.http;

import dev.ringline.call.Calls;
import dev.ringline.call.Calls.Filter;
import dev.ringline.call.Calls.Position;
import dev.ringline.call.Dialling;
import dev.ringline.call.IncomingWatch;
import dev.ringline.call.Users;
import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.CallCommand.Actor;
import dev.ringline.call.rules.CallRules.DialRequest;
import dev.ringline.call.rules.Media;
import dev.ringline.http.Caller;
import dev.ringline.http.Cursor;
import dev.ringline.http.OpaqueId;
import dev.ringline.http.Page;
import dev.ringline.http.Paging;
import dev.ringline.http.Problem;
import dev.ringline.http.ProblemException;
import jakarta.validation.Valid;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
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

    private final Parts parts;
    private final CallViews views;
    private final OutcomeAnswers answers;

    CallsController(Parts parts, CallViews views, OutcomeAnswers answers) {
        this.parts = parts;
        this.views = views;
        this.answers = answers;
    }

    /** What answers these requests. */
    record Parts(Calls calls, IncomingWatch incoming, Dialling dialling, Users users, InstantSource clock) {}

    /**
     * A page of the history.
     *
     * @param unseenMissed how many missed calls the user has not looked at, counted to {@value Calls#MOST_MISSED}
     */
    record HistoryPage(List<CallView> items, @Nullable String next, long unseenMissed) {}

    /** @param upTo RFC 3339; absent: until now */
    record SeenBody(@Nullable String upTo) {

        /** No later than now, for nobody has seen the future. */
        Instant upTo(Instant now) {
            if (upTo == null) {
                return now;
            }
            try {
                Instant named = Instant.parse(upTo);
                if (named.isBefore(Instant.EPOCH)) {
                    throw invalid();
                }
                return named.isAfter(now) ? now : named;
            } catch (DateTimeParseException e) {
                throw invalid();
            }
        }

        private static ProblemException invalid() {
            return new ProblemException(
                    Problem.invalid("upTo", "must be a time since 1970, such as 2026-11-22T09:30:00Z"));
        }
    }

    record Seen(long unseenMissed) {}

    @PostMapping
    ResponseEntity<CallView> dial(
            @Valid @RequestBody DialBody body,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String idempotencyKey,
            Caller caller) {
        return answers.of(parts.dialling().dial(request(body, idempotencyKey, caller)), caller);
    }

    @GetMapping("/incoming")
    Page<CallView> incoming(@RequestParam(defaultValue = "0") int wait, Caller caller) {
        if (wait < 0 || wait > LONGEST_WAIT) {
            throw new ProblemException(Problem.invalid("wait", "must be a whole number from 0 to " + LONGEST_WAIT));
        }
        List<Call> ringing = parts.incoming()
                .await(
                        caller.userId(),
                        Duration.ofSeconds(wait),
                        () -> parts.calls().ringingFor(caller.userId()));
        return new Page<>(
                ringing.stream().map(call -> views.plain(call, caller)).toList(), null);
    }

    @GetMapping
    HistoryPage history(
            Paging paging,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @OpaqueId @Nullable String with,
            @RequestParam(required = false) @OpaqueId @Nullable String conversationId,
            Caller caller) {
        Cursor before = paging.before();
        Position position = before == null ? null : new Position(before.at(), before.id());
        Filter filter = new Filter(caller.userId(), StatusName.parse(status), with, conversationId);
        Page<CallView> page = Page.of(
                        parts.calls().history(filter, position, paging.fetch()),
                        paging,
                        call -> new Cursor(call.createdAt(), call.id()))
                .map(call -> views.plain(call, caller));
        return new HistoryPage(page.items(), page.next(), unseenMissed(caller));
    }

    @PostMapping("/seen")
    Seen seen(@RequestBody(required = false) @Nullable SeenBody body, Caller caller) {
        Instant now = parts.clock().instant();
        Instant upTo = body == null ? now : body.upTo(now);
        parts.users().markSeen(caller.userId(), upTo);
        return new Seen(unseenMissed(caller));
    }

    private long unseenMissed(Caller caller) {
        return parts.calls().countMissed(caller.userId(), parts.users().seenUpTo(caller.userId()));
    }

    private DialRequest request(DialBody body, @Nullable String idempotencyKey, Caller caller) {
        if (body.calleeId().equals(caller.userId())) {
            throw new ProblemException(Problem.invalid("calleeId", "must be somebody else"));
        }
        return new DialRequest(
                new Actor(caller.userId(), caller.requireDevice()),
                body.calleeId(),
                Objects.requireNonNullElseGet(
                        body.conversationId(), () -> Conversations.ofPair(caller.userId(), body.calleeId())),
                body.conversationId() != null,
                body.media() == null ? Media.AUDIO : body.media().toMedia(),
                body.ring(),
                IdempotencyKeys.dial(idempotencyKey, caller.userId(), body));
    }
}
