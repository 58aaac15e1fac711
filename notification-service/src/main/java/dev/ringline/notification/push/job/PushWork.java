package dev.ringline.notification.push.job;

import dev.ringline.notification.LiveCalls;
import dev.ringline.notification.push.PushChannel;
import dev.ringline.notification.push.PushNotice;
import dev.ringline.notification.push.PushResult;
import dev.ringline.notification.push.PushTarget;
import dev.ringline.notification.push.job.Attempt.Verdict;
import dev.ringline.notification.push.job.Task.State;
import dev.ringline.notification.push.token.RingTokenSource;
import dev.ringline.notification.rules.device.Devices;
import dev.ringline.notification.rules.device.Environment;
import dev.ringline.notification.rules.device.Pruned;
import dev.ringline.notification.rules.push.Presence;
import dev.ringline.notification.rules.push.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is due. That an attempt begins is stored before it begins, so that nobody else makes it; no thread waits for
 * its end, so that no device waits for another.
 */
final class PushWork {

    private static final Logger LOG = LoggerFactory.getLogger(PushWork.class);

    /** Shorter than {@link Job#ABANDONED}. */
    private static final Duration ATTEMPT = Duration.ofSeconds(10);

    /** Nobody who logs out can tell whether he did so right before a push or right after it. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final JobStore jobs;
    private final PushChannel channel;
    private final Devices devices;
    private final LiveCalls calls;
    private final Surroundings surroundings;

    PushWork(JobStore jobs, PushChannel channel, Devices devices, LiveCalls calls, Surroundings surroundings) {
        this.jobs = jobs;
        this.channel = channel;
        this.devices = devices;
        this.calls = calls;
        this.surroundings = surroundings;
    }

    /**
     * What an attempt needs besides the jobs.
     *
     * @param ringTokens signs what a ring carries
     * @param threads for what follows an attempt, which waits for the store
     * @param heard whether this replica knows of all that happened before it started
     */
    record Surroundings(
            InstantSource clock,
            RingTokenSource ringTokens,
            Executor threads,
            Presence presence,
            BooleanSupplier heard) {}

    /**
     * Begins with jobs that were stored just now.
     *
     * @param looked when their devices were read, which need no other look for a moment
     */
    void takeUp(List<Job> fresh, Instant looked) {
        Instant now = now();
        for (Job job : fresh) {
            job.runnable(now)
                    .ifPresentOrElse(
                            task -> jobs.workNow(job, () -> work(job, task, looked)), () -> jobs.workOn(List.of(job)));
        }
    }

    /** Does the next task of the job, if one is due. */
    void work(Job job) {
        job.runnable(now()).ifPresent(task -> work(job, task, Instant.EPOCH));
    }

    private void work(Job job, Task task, Instant looked) {
        Instant now = now();
        if (task.state() == State.SENDING) {
            giveUpAbandoned(job, task, now);
        } else if (job.device() == null) {
            lookForSomebody(job, task, now);
        } else if (!now.isBefore(task.deadline())) {
            expire(job, task, now);
        } else if (task.kind().announces()) {
            announce(job, task, looked, now);
        } else {
            begin(job, task, now);
        }
    }

    /** Who has just started may not have heard yet that it is over, and leaves it to others, or until he has. */
    private void announce(Job job, Task task, Instant looked, Instant now) {
        if (!surroundings.heard().getAsBoolean()) {
            return;
        }
        if (calls.ringsNoMore(job.call().callId())) {
            var _ = jobs.store(job.withoutWaitingAnnouncement("over").next(), List.of());
        } else if (now.isAfter(looked.plus(A_MOMENT)) && !isStillHis(job)) {
            var _ = jobs.store(job.withoutWaitingAnnouncement("deregistered").next(), List.of());
        } else {
            begin(job, task, now);
        }
    }

    private void lookForSomebody(Job job, Task task, Instant now) {
        boolean connected = !surroundings.presence().connected(job.userId()).isEmpty();
        Report nobody = new Report(
                job.call().callId(),
                1,
                job.userId(),
                null,
                "push",
                task.kind().word(),
                1,
                Report.Outcome.NO_DEVICE,
                null,
                now);
        Job next = job.withoutWaitingAnnouncement(connected ? "connected" : "no device")
                .next();
        var _ = jobs.store(next, connected ? List.of() : List.of(nobody));
    }

    private void begin(Job job, Task task, Instant now) {
        Job begun = job.changing(task.kind(), waiting -> waiting.starting(now)).next();
        if (!jobs.store(begun, List.of())) {
            return; // whoever was first has it, or has news that make it needless
        }
        int attempt = task.attempts() + 1;
        Optional<PushTarget> target = Targets.of(job.requireDevice(), task.kind(), task.otherHost());
        var _ = send(target, notice(job, task))
                .thenAcceptAsync(
                        result -> finish(begun, new Attempt(task.kind(), attempt, target.orElse(null), result)),
                        surroundings.threads())
                .whenComplete((_, failure) -> warn(failure, job));
    }

    /** A phone that was logged out, or has another user by now, must not ring for the former one. */
    private boolean isStillHis(Job job) {
        Set<String> tokens = devices.of(job.userId()).tokenHashes();
        return job.requireDevice().credentials().hashes().stream().anyMatch(tokens::contains);
    }

    private CompletableFuture<PushResult> send(Optional<PushTarget> target, PushNotice notice) {
        return target.map(to -> channel.send(to, notice)
                        .orTimeout(ATTEMPT.toMillis(), TimeUnit.MILLISECONDS)
                        .exceptionally(failure ->
                                new PushResult.Failed(failure.getClass().getSimpleName(), null)))
                .orElseGet(() -> CompletableFuture.completedFuture(new PushResult.Refused("no token")));
    }

    private void finish(Job begun, Attempt attempt) {
        Optional<Job> known = Optional.of(begun);
        while (known.isPresent()) {
            Job job = known.get();
            Optional<Task> task = job.task(attempt.kind()).filter(attempt::isOf);
            if (task.isEmpty()) {
                return;
            }
            Verdict verdict = attempt.judge(job, task.get(), now());
            if (jobs.store(following(job, attempt, verdict).next(), List.of(verdict.report()))) {
                learn(job.userId(), attempt, verdict, attempt.foundIn(task.get()));
                return;
            }
            known = jobs.find(begun.id());
        }
    }

    private static Job following(Job job, Attempt attempt, Verdict verdict) {
        Job next = job.changing(attempt.kind(), _ -> verdict.task());
        return verdict.gone() == null
                ? next
                : attempt.token().map(next::without).orElse(next);
    }

    /** What the answer says of the token. */
    private void learn(String user, Attempt attempt, Verdict verdict, Optional<Environment> found) {
        String gone = verdict.gone();
        attempt.token().ifPresent(token -> {
            if (gone != null) {
                devices.prune(user, token, new Pruned(gone, now()));
            }
            found.ifPresent(where -> devices.found(user, token, where));
        });
    }

    /** Nobody knows whether the device got it: it must not ring twice, but is to fall silent at least once. */
    private void giveUpAbandoned(Job job, Task task, Instant now) {
        Task following = task.kind().announces() ? task.done("unknown") : task.again(now, task.otherHost());
        Job next = job.changing(task.kind(), _ -> following.reported());
        Report unknown = Attempt.report(job, task, Report.Outcome.FAILED, "nobody heard of its outcome", now);
        var _ = jobs.store(next.next(), List.of(unknown));
    }

    private void expire(Job job, Task task, Instant now) {
        if (task.wasTried()) {
            var _ = jobs.store(
                    job.changing(task.kind(), late -> late.done("expired")).next(), List.of());
            return;
        }
        Report late = Attempt.report(job, task.starting(now), Report.Outcome.FAILED, "deadline passed", now);
        Job next = job.changing(task.kind(), waiting -> waiting.reported().done("expired"));
        var _ = jobs.store(next.next(), List.of(late));
    }

    private PushNotice notice(Job job, Task task) {
        return new PushNotice(
                task.kind(),
                job.call().callId(),
                task.sequence(),
                job.call().media(),
                job.call().callerId(),
                job.call().conversationId(),
                task.deadline(),
                task.kind().announces() ? ringToken(job, task) : null,
                job.caller().displayName(),
                job.caller().avatarUrl(),
                task.reason());
    }

    private @Nullable String ringToken(Job job, Task task) {
        return surroundings
                .ringTokens()
                .make(job.userId(), job.requireDevice().deviceId(), job.call().callId(), task.deadline());
    }

    private static void warn(@Nullable Throwable failure, Job job) {
        if (failure != null) {
            LOG.atWarn()
                    .addKeyValue("callId", job.call().callId())
                    .addKeyValue("deviceId", job.requireDevice().deviceId())
                    .setCause(failure)
                    .log("The end of an attempt could not be stored; it counts as abandoned");
        }
    }

    private Instant now() {
        return surroundings.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
