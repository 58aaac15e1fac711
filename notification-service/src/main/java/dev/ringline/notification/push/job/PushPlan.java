package dev.ringline.notification.push.job;

import static java.util.Objects.requireNonNull;

import dev.ringline.notification.CallNews;
import dev.ringline.notification.LiveCall;
import dev.ringline.notification.LiveCall.End;
import dev.ringline.notification.LiveCall.Status;
import dev.ringline.notification.push.PushKind;
import dev.ringline.notification.rules.device.Device;
import dev.ringline.notification.rules.user.Alert;
import java.time.Duration;
import java.time.Instant;

/** What a call's news asks of one device of the callee, without state or side effects. */
final class PushPlan {

    /** A device that is connected has so long to ring by what its stream tells. */
    static final Duration STREAM_HEAD_START = Duration.ofSeconds(2);

    private static final Duration STOP_LASTS = Duration.ofMinutes(10);
    private static final Duration MISSED_LASTS = Duration.ofHours(24);

    /** The device rings already, by what its stream told. */
    static final String ALERTED = "alerted";

    private static final String OVER = "over";

    private PushPlan() {}

    /** The job with what the news asks for in addition; equal if that is nothing. */
    static Job after(Job job, CallNews news, boolean connected, Instant now) {
        LiveCall call = news.call();
        return switch (news.kind()) {
            case INITIATED -> announced(job, call, connected, now);
            case ALERTING -> alerted(job, news);
            case ANSWERED -> answered(job, call, now);
            case ENDED -> ended(job, call, now);
            case READY, WAITING, CONNECTED, MOVED, EVIDENCE_WANTED -> job;
        };
    }

    private static Job announced(Job job, LiveCall call, boolean connected, Instant now) {
        Instant deadline = call.ringDeadline();
        PushKind kind = job.alert() == Alert.RING ? PushKind.RING : PushKind.CALL;
        boolean tells = job.alert() != Alert.NONE
                && deadline != null
                && now.isBefore(deadline)
                && Targets.of(job.requireDevice(), kind, false).isPresent();
        if (!tells) {
            return job;
        }
        Instant due = connected ? now.plus(STREAM_HEAD_START) : now;
        return job.adding(Task.waiting(kind, due, requireNonNull(deadline), call.sequence(), null));
    }

    private static Job alerted(Job job, CallNews news) {
        return job.requireDevice().deviceId().equals(news.deviceId()) ? job.withoutWaitingAnnouncement(ALERTED) : job;
    }

    private static Job answered(Job job, LiveCall call, Instant now) {
        boolean here = job.requireDevice().deviceId().equals(call.callee().deviceId());
        Job silent = job.withoutWaitingAnnouncement(OVER).ended();
        return here ? silent : stopping(silent, call, "answered_elsewhere", now);
    }

    private static Job ended(Job job, LiveCall call, Instant now) {
        End end = requireNonNull(call.end());
        Device device = job.requireDevice();
        Job silent = job.withoutWaitingAnnouncement(OVER).ended();
        boolean wasAnswered = call.callee().deviceId() != null;
        boolean endedHere = device.deviceId().equals(end.byDevice())
                && end.byUser().equals(call.callee().userId());
        if (wasAnswered || endedHere) {
            return silent;
        }
        if (takesStop(job)) {
            String reason = call.status() == Status.DECLINED ? "declined_elsewhere" : end.reason();
            return stopping(silent, call, reason, now);
        }
        return call.status() == Status.MISSED && isToBeShown(job) ? missed(silent, call, now) : silent;
    }

    /** Not to whom it rang by its stream, which also told the end; nor to who wishes to know nothing. */
    private static boolean isToBeShown(Job job) {
        boolean alerted = job.announcement()
                .filter(task -> ALERTED.equals(task.outcome()))
                .isPresent();
        return !alerted && job.alert() != Alert.NONE;
    }

    private static Job stopping(Job job, LiveCall call, String reason, Instant now) {
        return takesStop(job)
                ? job.adding(Task.waiting(PushKind.STOP, now, endOfStop(call, now), call.sequence(), reason))
                : job;
    }

    /** Not if nothing went there, nor where nothing arrives: Apple's devices end a ring by themselves, and tokens get lost. */
    private static boolean takesStop(Job job) {
        return job.mayBeAnnounced()
                && Targets.of(job.requireDevice(), PushKind.STOP, false).isPresent();
    }

    /** The stop of a call that was missed is also what tells of it. */
    private static Instant endOfStop(LiveCall call, Instant now) {
        End end = call.end();
        return end != null && call.status() == Status.MISSED ? end.at().plus(MISSED_LASTS) : now.plus(STOP_LASTS);
    }

    private static Job missed(Job job, LiveCall call, Instant now) {
        End end = requireNonNull(call.end());
        Instant deadline = end.at().plus(MISSED_LASTS);
        boolean shows = now.isBefore(deadline)
                && Targets.of(job.requireDevice(), PushKind.MISSED, false).isPresent();
        return shows ? job.adding(Task.waiting(PushKind.MISSED, now, deadline, call.sequence(), end.reason())) : job;
    }
}
