package dev.ringline.notification.push.job;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.ringline.notification.CallNews;
import dev.ringline.notification.CallNews.Kind;
import dev.ringline.notification.LiveCall;
import dev.ringline.notification.LiveCall.Status;
import dev.ringline.notification.LiveCalls;
import dev.ringline.notification.push.PushKind;
import dev.ringline.notification.push.job.Job.CallFacts;
import dev.ringline.notification.push.job.Job.PushDetails;
import dev.ringline.notification.push.job.JobStore.NewJob;
import dev.ringline.notification.rules.device.Device;
import dev.ringline.notification.rules.device.Devices;
import dev.ringline.notification.rules.push.CallPushes;
import dev.ringline.notification.rules.push.Presence;
import dev.ringline.notification.rules.push.Report;
import dev.ringline.notification.rules.push.Report.Outcome;
import dev.ringline.notification.rules.user.Alert;
import dev.ringline.notification.rules.user.RingDetails;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns news of calls into jobs. The listener waits until they are stored, not until they are done. */
final class Pushes implements CallPushes {

    /** Longer than it takes until other replicas know that a stream was opened. */
    private static final Duration UNTIL_STREAMS_ARE_KNOWN = Duration.ofSeconds(4);

    private final JobStore jobs;
    private final Devices devices;
    private final RingDetails details;
    private final Presence presence;
    private final LiveCalls calls;
    private final PushWork work;
    private final InstantSource clock;

    Pushes(JobStore jobs, Recipients recipients, LiveCalls calls, PushWork work, InstantSource clock) {
        this.jobs = jobs;
        this.devices = recipients.devices();
        this.details = recipients.details();
        this.presence = recipients.presence();
        this.calls = calls;
        this.work = work;
        this.clock = clock;
    }

    /** Who is to be told, and how. */
    record Recipients(Devices devices, RingDetails details, Presence presence) {}

    @Override
    public void on(CallNews news) {
        if (news.call().silent()) {
            return;
        }
        switch (news.kind()) {
            case INITIATED -> begin(news);
            case ALERTING, ANSWERED -> follow(news);
            case ENDED -> end(news);
            case READY, WAITING, CONNECTED, MOVED, EVIDENCE_WANTED -> {}
        }
    }

    /** A call of which more is known still rings everybody, as long as it rings at all. */
    private void begin(CallNews news) {
        LiveCall call = news.call();
        if (isOver(call)) {
            return;
        }
        Instant looked = now();
        List<Device> reachable = devices.of(call.callee().userId()).reachable();
        Set<String> connected = presence.connected(call.callee().userId());
        if (reachable.isEmpty() && connected.isEmpty()) {
            lookAgainForSomebody(call);
        }
        List<Job> begun = begin(news, reachable, connected);
        calls.stored(call.callId())
                .filter(LiveCall::ringsNoMore)
                .ifPresentOrElse(this::catchUp, () -> work.takeUp(begun, looked));
    }

    private boolean isOver(LiveCall call) {
        Instant deadline = call.ringDeadline();
        return calls.ringsNoMore(call.callId()) || deadline == null || !now().isBefore(deadline);
    }

    /**
     * What the call has come to went to somebody else, who may have looked for jobs before there were any: whoever is stopped
     * in the midst of this, and has lost his partitions when he goes on, must not ring for a call that is over.
     */
    private void catchUp(LiveCall known) {
        follow(new CallNews(known.end() == null ? Kind.ANSWERED : Kind.ENDED, known));
    }

    private List<Job> begin(CallNews news, List<Device> told, Set<String> connected) {
        if (told.isEmpty()) {
            return List.of();
        }
        PushDetails how = told(news.call());
        return jobs.insert(told.stream()
                .map(device -> planned(news, device, how, connected.contains(device.deviceId())))
                .toList());
    }

    private NewJob planned(CallNews news, Device device, PushDetails how, boolean connected) {
        Instant now = now();
        Job job = Job.first(facts(news.call()), news.call().callee().userId(), device, how, now);
        Job planned = PushPlan.after(job, news, connected, now).scheduled();
        boolean withheld = news.kind() == Kind.INITIATED && how.alert() != Alert.RING;
        return new NewJob(planned, withheld ? List.of(withheld(job, device, now)) : List.of());
    }

    /** A stream may be open of which nobody told yet; so it is told later that there is nobody, and only if it is so then. */
    private void lookAgainForSomebody(LiveCall call) {
        Instant deadline = call.ringDeadline();
        if (deadline != null) {
            Instant now = now();
            Job none = Job.first(facts(call), call.callee().userId(), null, PushDetails.NONE, now);
            Task look = Task.waiting(PushKind.RING, now.plus(UNTIL_STREAMS_ARE_KNOWN), deadline, call.sequence(), null);
            jobs.workOn(jobs.insert(List.of(new NewJob(none.adding(look).scheduled(), List.of()))));
        }
    }

    /** Returns the jobs of the call that there are. */
    private List<Job> follow(CallNews news) {
        while (true) {
            List<Job> known = jobs.ofCall(news.call().callId());
            List<Job> nexts = known.stream()
                    .filter(job -> job.device() != null)
                    .flatMap(job -> following(job, news).stream())
                    .toList();
            if (jobs.storeAll(nexts)) {
                return known;
            }
        }
    }

    private Optional<Job> following(Job job, CallNews news) {
        Job planned = PushPlan.after(job, news, false, now());
        return planned.equals(job) ? Optional.empty() : Optional.of(planned.next());
    }

    /** Whoever was not told of the ring learns at least that it was missed, if he had been there to be told. */
    private void end(CallNews news) {
        LiveCall call = news.call();
        List<Job> known = follow(news);
        if (call.status() == Status.MISSED) {
            Set<String> told = known.stream().map(Job::id).collect(toUnmodifiableSet());
            Instant end = requireNonNull(call.end()).at();
            Instant looked = now();
            List<Device> others = devices.of(call.callee().userId()).reachable().stream()
                    .filter(device -> !told.contains(Job.idOf(call.callId(), device)))
                    .filter(device -> !device.registeredAt().isAfter(end))
                    .toList();
            work.takeUp(begin(news, others, Set.of()), looked);
        }
    }

    private PushDetails told(LiveCall call) {
        RingDetails.Details found =
                details.of(call.caller().userId(), call.callee().userId());
        return new PushDetails(found.alert(), found.caller());
    }

    private static CallFacts facts(LiveCall call) {
        return new CallFacts(call.callId(), call.media(), call.caller().userId(), call.conversationId());
    }

    private static Report withheld(Job job, Device device, Instant now) {
        return new Report(
                job.call().callId(),
                1,
                job.userId(),
                device.deviceId(),
                Targets.channel(device, PushKind.RING),
                PushKind.RING.word(),
                1,
                Outcome.WITHHELD,
                null,
                now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
