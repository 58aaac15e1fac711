package dev.ringline.call.http;

import dev.ringline.call.Call;
import dev.ringline.call.Decision.Refusal;
import dev.ringline.http.Caller;
import dev.ringline.http.Problem;
import dev.ringline.http.ProblemException;

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

    static ProblemException unheard() {
        return new ProblemException(
                Problem.unavailable("No phone would ring now, so nothing was dialled. Dial again in a moment."));
    }

    static Problem unsettled() {
        return Problem.unavailable("Others were always first. Send the same request again.");
    }

    static ProblemException conversationNotTrusted() {
        return new ProblemException(
                Problem.of(403, "not-allowed", "This deployment does not believe a conversationId. Dial without one."));
    }

    /** The refusal; it shows the call that stands in the way if the caller has part in it. */
    ProblemException refused(Refusal refusal, Call call, Caller caller) {
        Problem problem = Problem.of(409, code(refusal), detail(refusal));
        return new ProblemException(
                call.involves(caller.userId()) ? problem.with("call", views.plain(call, caller)) : problem);
    }

    private static String code(Refusal refusal) {
        return switch (refusal) {
            case WRONG_SIDE -> "wrong-side";
            case CALL_ENDED -> "call-ended";
            case CALL_ANSWERED -> "call-answered";
            case ANSWERED_ELSEWHERE -> "answered-elsewhere";
            case ALREADY_IN_CALL -> "already-in-call";
            case IDEMPOTENCY_KEY_REUSED -> "idempotency-key-reused";
        };
    }

    private static String detail(Refusal refusal) {
        return switch (refusal) {
            case WRONG_SIDE -> "Only the callee can do this. The caller can end the call.";
            case CALL_ENDED -> "The call is over. Dial again to talk.";
            case CALL_ANSWERED -> "The call is already answered. End it instead.";
            case ANSWERED_ELSEWHERE -> "Another device answered this call. Stop ringing here.";
            case ALREADY_IN_CALL -> "You are in another call. End it first.";
            case IDEMPOTENCY_KEY_REUSED ->
                "This Idempotency-Key came with another dial before. Use a new key for a new dial.";
        };
    }
}
