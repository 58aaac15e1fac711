package dev.ringline.call.http;

import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.Decision.Refusal;
import dev.ringline.http.Caller;
import dev.ringline.http.Problem;
import dev.ringline.http.ProblemException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What clients are told when the rules refuse. */
final class CallProblems {

    private final CallViews views;

    CallProblems(CallViews views) {
        this.views = views;
    }

    static ProblemException notFound() {
        return new ProblemException(
                Problem.of(404, "call-not-found", "There is no such call of yours. Check the call id."));
    }

    static ProblemException unknown() {
        return new ProblemException(Problem.of(404, "call-not-found", "There is no such call. Check the call id."));
    }

    static ProblemException unheard() {
        return new ProblemException(
                Problem.unavailable("No phone would ring now, so nothing was dialled. Dial again in a moment."));
    }

    static Problem unsettled() {
        return Problem.unavailable("Others were always first. Send the same request again.");
    }

    static ProblemException providerClosed(Duration retryAfter) {
        return new ProblemException(Problem.of(
                        503,
                        "provider-unavailable",
                        "The media provider takes no new meetings now, so nothing rings. Dial again later.")
                .withHeader("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds()))));
    }

    static ProblemException notAllowed(@Nullable String reason) {
        return new ProblemException(Problem.of(
                403, "not-allowed", reason == null ? "This dial is not allowed: the app did not confirm it." : reason));
    }

    /** The refusal; it shows the call that stands in the way if the caller has part in it. */
    ProblemException refused(Refusal refusal, Call call, Caller caller) {
        Problem problem = Problem.of(409, code(refusal), detail(refusal));
        return new ProblemException(
                call.isVisibleTo(caller.userId()) ? problem.with("call", views.plain(call, caller)) : problem);
    }

    private static String code(Refusal refusal) {
        return switch (refusal) {
            case WRONG_SIDE -> "wrong-side";
            case CALL_ENDED -> "call-ended";
            case CALL_ANSWERED -> "call-answered";
            case ANSWERED_ELSEWHERE -> "answered-elsewhere";
            case MOVED_ELSEWHERE -> "moved-elsewhere";
            case ALREADY_IN_CALL -> "already-in-call";
            case IDEMPOTENCY_KEY_REUSED -> "idempotency-key-reused";
        };
    }

    private static String detail(Refusal refusal) {
        return switch (refusal) {
            case WRONG_SIDE -> "Only the callee can do this. The caller can end the call.";
            case CALL_ENDED -> "The call is over. Dial again to talk.";
            case CALL_ANSWERED -> "The call is already answered. End it instead.";
            case MOVED_ELSEWHERE -> "Another device of yours holds this call. Stop its media here.";
            case ANSWERED_ELSEWHERE -> "Another device answered this call. Stop ringing here.";
            case ALREADY_IN_CALL -> "You are in another call. End it first.";
            case IDEMPOTENCY_KEY_REUSED ->
                "This Idempotency-Key came with another dial before. Use a new key for a new dial.";
        };
    }
}
