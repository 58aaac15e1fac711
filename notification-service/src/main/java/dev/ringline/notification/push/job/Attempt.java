package dev.ringline.notification.push.job;

import dev.ringline.notification.push.PushKind;
import dev.ringline.notification.push.PushResult;
import dev.ringline.notification.push.PushTarget;
import dev.ringline.notification.push.job.Task.State;
import dev.ringline.notification.rules.device.Credentials;
import dev.ringline.notification.rules.device.Environment;
import dev.ringline.notification.rules.push.Report;
import dev.ringline.notification.rules.push.Report.Outcome;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attempt that is over.
 *
 * @param number from 1
 * @param target where it went; absent if there was no token
 */
record Attempt(PushKind kind, int number, @Nullable PushTarget target, PushResult result) {

    /**
     * What follows from it.
     *
     * @param gone why the token is to be forgotten; absent if it is not
     */
    record Verdict(Task task, Report report, @Nullable String gone) {}

    /** Whether this is the attempt that the task waits for. */
    boolean isOf(Task task) {
        return task.state() == State.SENDING && task.attempts() == number;
    }

    /** Where Apple knows the token, if this attempt found it on the host where it was not registered. */
    Optional<Environment> foundIn(Task task) {
        boolean elsewhere = task.otherHost() && result instanceof PushResult.Accepted;
        return elsewhere ? Optional.ofNullable(target).flatMap(Targets::environment) : Optional.empty();
    }

    /** The hash of the token it was sent to. */
    Optional<String> token() {
        return Optional.ofNullable(target).map(Targets::token).map(Credentials::hash);
    }

    Verdict judge(Job job, Task task, Instant now) {
        return switch (result) {
            case PushResult.Accepted(String providerId) ->
                verdict(job, task.done("accepted"), Outcome.ACCEPTED, providerId, now);
            case PushResult.Refused(String reason) -> verdict(job, task.done("refused"), Outcome.FAILED, reason, now);
            case PushResult.Failed failed -> failed(job, task, failed, now);
            case PushResult.Gone(String reason) -> gone(job, task, reason, now);
            case PushResult.OtherHost _ ->
                task.otherHost()
                        ? gone(job, task, "BadDeviceToken", now)
                        : verdict(
                                job,
                                orOver(job, task, task.again(now, true)),
                                Outcome.FAILED,
                                "other environment",
                                now);
        };
    }

    private static Verdict failed(Job job, Task task, PushResult.Failed failed, Instant now) {
        Instant next = Retry.after(task, failed.retryAfter(), now);
        Task following = next.isBefore(task.deadline()) ? task.again(next, task.otherHost()) : task.done("expired");
        return verdict(job, orOver(job, task, following), Outcome.FAILED, failed.reason(), now);
    }

    /** What announces a call is not tried again once it rings no more. */
    private static Task orOver(Job job, Task task, Task following) {
        return task.kind().announces() && job.over() ? task.done("over") : following;
    }

    private static Verdict gone(Job job, Task task, String reason, Instant now) {
        Verdict plain = verdict(job, task.done("gone"), Outcome.FAILED, reason, now);
        return new Verdict(plain.task(), plain.report(), reason);
    }

    private static Verdict verdict(Job job, Task task, Outcome outcome, @Nullable String detail, Instant now) {
        return new Verdict(task.reported(), report(job, task, outcome, detail, now), null);
    }

    static Report report(Job job, Task task, Outcome outcome, @Nullable String detail, Instant now) {
        return new Report(
                job.call().callId(),
                task.reports() + 1,
                job.userId(),
                job.requireDevice().deviceId(),
                Targets.channel(job.requireDevice(), task.kind()),
                task.kind().word(),
                task.attempts(),
                outcome,
                detail,
                now);
    }
}
