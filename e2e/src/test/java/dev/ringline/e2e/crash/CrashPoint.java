package dev.ringline.e2e.crash;

import static dev.ringline.e2e.crash.CrashPoint.Moment.AFTER;
import static dev.ringline.e2e.crash.CrashPoint.Moment.BEFORE;

import java.util.Arrays;
import java.util.List;

/**
 * Where a process may die: at the beginning or the end of a method, which may have to be on its way from another one. The
 * names say what is done by then and what is not.
 */
public enum CrashPoint {
    DIAL_NOT_STORED(Apps.CALLS, Sites.INSERT, BEFORE),
    DIAL_STORED(Apps.CALLS, "dev.ringline.call.Dialling$SecondLook#getAsBoolean", BEFORE),
    DIAL_LOOKED_AGAIN(Apps.CALLS, "dev.ringline.call.Dialling$SecondLook#getAsBoolean", AFTER),
    DIAL_TOLD(Apps.CALLS, Sites.INSERT, AFTER),
    DIAL_NOT_ANSWERED(Apps.CALLS, "dev.ringline.call.http.CallsController#dial", AFTER),

    ANSWER_NOT_STORED(Apps.CALLS, Sites.STORE, BEFORE, Sites.ANSWER),
    ANSWER_STORED(Apps.CALLS, Sites.PUBLISH_SOON, BEFORE, Sites.ANSWER),
    ANSWER_TOLD(Apps.CALLS, Sites.STORE, AFTER, Sites.ANSWER),
    ANSWER_ARMED(Apps.CALLS, "dev.ringline.call.mongo.ArmedTimers#stored", AFTER, Sites.ANSWER),
    ANSWER_NOT_ANSWERED(Apps.CALLS, Sites.ANSWER, AFTER),

    END_NOT_STORED(Apps.CALLS, Sites.STORE, BEFORE, Sites.END),
    END_STORED(Apps.CALLS, Sites.PUBLISH_SOON, BEFORE, Sites.END),
    END_TOLD(Apps.CALLS, Sites.STORE, AFTER, Sites.END),
    END_NOT_ANSWERED(Apps.CALLS, Sites.END, AFTER),

    TIMEOUT_TAKEN(Apps.CALLS, "dev.ringline.call.CallService#apply", BEFORE, Sites.TIMEOUT),
    TIMEOUT_NOT_STORED(Apps.CALLS, Sites.STORE, BEFORE, Sites.TIMEOUT),
    TIMEOUT_STORED(Apps.CALLS, Sites.PUBLISH_SOON, BEFORE, Sites.TIMEOUT),
    TIMEOUT_TOLD(Apps.CALLS, Sites.STORE, AFTER, Sites.TIMEOUT),

    FOLLOW_UP_TAKEN(Apps.CALLS, Sites.FOLLOW_UP, BEFORE),
    FOLLOW_UP_NOT_STORED(Apps.CALLS, Sites.STORE, BEFORE, Sites.FOLLOW_UP),
    FOLLOW_UP_STORED(Apps.CALLS, Sites.PUBLISH_SOON, BEFORE, Sites.FOLLOW_UP),
    FOLLOW_UP_DONE(Apps.CALLS, Sites.FOLLOW_UP, AFTER),

    RELAY_BEGUN(Apps.CALLS, Sites.RELAY, BEFORE),
    RELAY_NOT_SENT(Apps.CALLS, Sites.SEND, BEFORE),
    RELAY_SENT(Apps.CALLS, Sites.SEND, AFTER),
    RELAY_DONE(Apps.CALLS, Sites.RELAY, AFTER),
    SWEEP_CLAIMED(Apps.CALLS, Sites.RELAY, BEFORE, Sites.SWEEP),
    SWEEP_SENT(Apps.CALLS, Sites.SEND, AFTER, Sites.SWEEP),

    MARK_BEGUN(Apps.CALLS, Sites.MARK, BEFORE),
    MARK_ARCHIVED(Apps.CALLS, "dev.ringline.call.mongo.MongoTimeline#keep", AFTER),
    MARK_DONE(Apps.CALLS, Sites.MARK, AFTER),

    LINE_RECEIVED(Apps.MESSAGES, "dev.ringline.message.kafka.CallEndedListener#write", BEFORE),
    LINE_NOT_STORED(Apps.MESSAGES, Sites.KEEP, BEFORE),
    LINE_STORED(Apps.MESSAGES, Sites.PUBLISH_SOON, BEFORE),
    LINE_TOLD(Apps.MESSAGES, Sites.KEEP, AFTER),
    LINE_NOT_COMMITTED(Apps.MESSAGES, "dev.ringline.message.kafka.CallEndedListener#on", AFTER),
    LINE_NOT_SENT(Apps.MESSAGES, Sites.SEND, BEFORE),
    LINE_SENT(Apps.MESSAGES, Sites.SEND, AFTER),
    LINE_NOT_MARKED(Apps.MESSAGES, Sites.MARK, BEFORE),
    LINE_MARKED(Apps.MESSAGES, Sites.MARK, AFTER),

    PUSH_EVENT_TAKEN(Apps.NOTIFICATIONS, "dev.ringline.notification.kafka.ProjectionListener#store", BEFORE),
    PUSH_CALL_KNOWN(Apps.NOTIFICATIONS, "dev.ringline.notification.mongo.MongoProjection#store", AFTER),
    PUSH_STORED(Apps.NOTIFICATIONS, "dev.ringline.notification.push.job.MongoJobs#insert", AFTER),
    PUSH_EVENT_NOT_COMMITTED(Apps.NOTIFICATIONS, "dev.ringline.notification.kafka.ProjectionListener#on", AFTER),
    PUSH_NOT_BEGUN(Apps.NOTIFICATIONS, Sites.KEEP_JOB, BEFORE, Sites.BEGIN_PUSH),
    PUSH_BEGUN(Apps.NOTIFICATIONS, Sites.KEEP_JOB, AFTER, Sites.BEGIN_PUSH),
    PUSH_SENT(Apps.NOTIFICATIONS, "dev.ringline.notification.push.outbound.OutboundHttp#post", AFTER),
    PUSH_ANSWERED(Apps.NOTIFICATIONS, Sites.FINISH_PUSH, BEFORE),
    PUSH_FINISHED(Apps.NOTIFICATIONS, Sites.PUBLISH_SOON, BEFORE, Sites.FINISH_PUSH),
    PUSH_REPORTED(Apps.NOTIFICATIONS, Sites.SEND, AFTER),
    PUSH_MARKED(Apps.NOTIFICATIONS, Sites.MARK, AFTER),
    PUSH_STOP_NOT_STORED(Apps.NOTIFICATIONS, Sites.KEEP_STOPS, BEFORE),
    PUSH_STOP_STORED(Apps.NOTIFICATIONS, Sites.KEEP_STOPS, AFTER);

    /** When in the life of the method. */
    public enum Moment {
        BEFORE,
        AFTER
    }

    private final String module;
    private final String method;
    private final Moment moment;
    private final String within;

    CrashPoint(String module, String method, Moment moment) {
        this(module, method, moment, "");
    }

    CrashPoint(String module, String method, Moment moment, String within) {
        this.module = module;
        this.method = method;
        this.moment = moment;
        this.within = within;
    }

    public static List<CrashPoint> of(String module) {
        return Arrays.stream(values())
                .filter(point -> point.module.equals(module))
                .toList();
    }

    String className() {
        return method.substring(0, method.indexOf('#'));
    }

    String methodName() {
        return method.substring(method.indexOf('#') + 1);
    }

    Moment moment() {
        return moment;
    }

    /** What is woven in: several points may share a place and differ in the way that leads to it. */
    String site() {
        return method + ":" + moment;
    }

    /**
     * What switches it on, as {@link CrashSwitch} reads it.
     *
     * @param times when it is reached for the so-manieth time
     */
    public String order(int times) {
        return String.join(" ", Integer.toString(times), site(), within);
    }

    /** The applications by their modules. */
    private static final class Apps {
        static final String CALLS = "call-service";
        static final String MESSAGES = "message-service";
        static final String NOTIFICATIONS = "notification-service";
    }

    private static final class Sites {
        static final String INSERT = "dev.ringline.call.mongo.MongoCalls#insert";
        static final String STORE = "dev.ringline.call.mongo.MongoCalls#store";
        static final String ANSWER = "dev.ringline.call.http.CallController#answer";
        static final String END = "dev.ringline.call.http.CallController#end";
        static final String TIMEOUT = "dev.ringline.call.mongo.CallMongoConfiguration#lambda$callDeadlines";
        static final String FOLLOW_UP = "dev.ringline.call.FollowUps#run";
        static final String PUBLISH_SOON = "dev.ringline.duework.Outbox#publishSoon";
        static final String RELAY = "dev.ringline.duework.Outbox#publish";
        static final String SWEEP = "dev.ringline.duework.DueWork#take";
        static final String SEND = "dev.ringline.messaging.EventPublisher#publish";
        static final String MARK = "dev.ringline.duework.PublishedMarks#write";
        static final String KEEP = "dev.ringline.message.mongo.MongoMessages#keep";
        static final String KEEP_JOB = "dev.ringline.notification.push.job.MongoJobs#store";
        static final String BEGIN_PUSH = "dev.ringline.notification.push.job.PushWork#begin";
        static final String FINISH_PUSH = "dev.ringline.notification.push.job.PushWork#finish";
        static final String KEEP_STOPS = "dev.ringline.notification.push.job.MongoJobs#storeAll";
    }
}
