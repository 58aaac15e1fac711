package dev.ringline.notification;

import dev.ringline.notification.CallNews.Kind;
import dev.ringline.notification.LiveCall.End;
import dev.ringline.notification.LiveCall.Side;
import dev.ringline.notification.LiveCall.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One call from alice's phone to bob, told step by step as call-service would; each step one second after the last. */
public final class Story {

    public static final Instant DIALLED = Instant.parse("2026-11-22T09:30:00.120Z");
    public static final Duration RING_TIME = Duration.ofSeconds(30);

    private final String callId = UUID.randomUUID().toString();
    private final boolean silent;
    private Instant now;
    private final Instant ringDeadline;
    private long sequence;
    private Status status = Status.RINGING;
    private String phase = "dialing";
    private @Nullable String answeredBy;

    private Story(Instant dialled, boolean silent) {
        this.now = dialled.minusSeconds(1);
        this.ringDeadline = dialled.plus(RING_TIME);
        this.silent = silent;
    }

    public static Story begin() {
        return new Story(DIALLED, false);
    }

    public static Story beginAt(Instant dialled) {
        return new Story(dialled, false);
    }

    public static Story beginSilent() {
        return new Story(DIALLED, true);
    }

    public String callId() {
        return callId;
    }

    public CallNews initiated() {
        return next(Kind.INITIATED, ringDeadline, false, null);
    }

    public CallNews alerting() {
        phase = "alerting";
        return next(Kind.ALERTING);
    }

    public CallNews waiting() {
        return next(Kind.WAITING, null, true, null);
    }

    public CallNews connected() {
        phase = "connected";
        return next(Kind.CONNECTED);
    }

    public CallNews movedTo(String device) {
        answeredBy = device;
        return next(Kind.MOVED);
    }

    public CallNews answered(String device) {
        status = Status.ONGOING;
        phase = "connecting";
        answeredBy = device;
        return next(Kind.ANSWERED);
    }

    public CallNews ready() {
        return next(Kind.READY);
    }

    public CallNews hungUp() {
        return ended(Status.COMPLETED, "hangup", "alice", "alice-phone");
    }

    public CallNews cancelled() {
        return ended(Status.MISSED, "caller_cancelled", "alice", "alice-phone");
    }

    public CallNews declined(@Nullable String device) {
        return ended(Status.DECLINED, "declined", "bob", device);
    }

    public CallNews unanswered() {
        return ended(Status.MISSED, "no_answer", "system", null);
    }

    public CallNews bornBusy() {
        return ended(Status.MISSED, "busy", "system", null);
    }

    private CallNews ended(Status last, String reason, String by, @Nullable String device) {
        status = last;
        phase = "ended";
        return next(Kind.ENDED, null, null, new End(reason, by, device, now.plusSeconds(1)));
    }

    private CallNews next(Kind kind) {
        return next(kind, null, null, null);
    }

    private CallNews next(Kind kind, @Nullable Instant deadline, @Nullable Boolean waiting, @Nullable End end) {
        sequence++;
        now = now.plusSeconds(1);
        return new CallNews(
                kind,
                new LiveCall(
                        callId,
                        10 * sequence,
                        sequence,
                        status,
                        phase,
                        "video",
                        new Side("alice", "alice-phone"),
                        new Side("bob", answeredBy),
                        "c1",
                        silent,
                        deadline,
                        waiting,
                        end,
                        now));
    }
}
