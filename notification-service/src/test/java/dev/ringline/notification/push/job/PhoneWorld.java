package dev.ringline.notification.push.job;

import dev.ringline.notification.AdjustableClock;
import dev.ringline.notification.CallNews;
import dev.ringline.notification.InMemoryProjection;
import dev.ringline.notification.LiveCalls;
import dev.ringline.notification.Story;
import dev.ringline.notification.push.PushChannel;
import dev.ringline.notification.push.PushKind;
import dev.ringline.notification.push.PushNotice;
import dev.ringline.notification.push.PushResult;
import dev.ringline.notification.push.PushTarget;
import dev.ringline.notification.rules.device.Device;
import dev.ringline.notification.rules.device.Devices;
import dev.ringline.notification.rules.device.InMemoryDevices;
import dev.ringline.notification.rules.user.InMemoryUsers;
import dev.ringline.notification.rules.user.RingDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Bob's devices and everything that pushes to them, in virtual time; a push service that answers as it is told. */
final class PhoneWorld {

    /** What reached the push service. */
    record Sent(PushTarget target, PushNotice notice) {

        PushKind kind() {
            return notice.kind();
        }
    }

    final AdjustableClock clock = new AdjustableClock(Story.DIALLED);
    final InMemoryJobs jobs = new InMemoryJobs();
    final InMemoryUsers users = new InMemoryUsers();
    final Set<String> connected = new HashSet<>();
    final List<Sent> sent = new ArrayList<>();
    final Queue<CompletableFuture<PushResult>> answers = new ArrayDeque<>();
    boolean heard = true;
    final InMemoryDevices registrations = new InMemoryDevices();
    final Devices devices = new Devices(registrations, (user, device) -> {}, 20);

    private final LiveCalls calls = new LiveCalls(new InMemoryProjection(), clock);
    private final PushChannel channel = (target, notice) -> {
        sent.add(new Sent(target, notice));
        return Optional.ofNullable(answers.poll())
                .orElseGet(() -> CompletableFuture.completedFuture(new PushResult.Accepted("id")));
    };
    private final PushWork work = new PushWork(
            jobs,
            channel,
            devices,
            calls,
            new PushWork.Surroundings(clock, PhoneWorld::token, Runnable::run, user -> connected, () -> heard));
    private final Pushes pushes = new Pushes(
            jobs,
            new Pushes.Recipients(
                    devices, new RingDetails(users, (caller, callee) -> Optional.empty(), clock), user -> connected),
            calls,
            work,
            clock);

    static String token(String userId, String deviceId, String callId, Instant ringDeadline) {
        return "%s's %s may look at %s until %s".formatted(userId, deviceId, callId, ringDeadline);
    }

    PhoneWorld with(Device... registered) {
        for (Device device : registered) {
            devices.register("bob", device);
        }
        return this;
    }

    /** Tells what happened, at the time at which it did, and does what is due. */
    void tell(CallNews news) {
        if (news.call().at().isAfter(clock.instant())) {
            clock.advance(Duration.between(clock.instant(), news.call().at()));
        }
        hear(news);
        jobs.workOnWhatWasHanded();
        work();
    }

    /** Takes news in without doing anything. */
    void hear(CallNews news) {
        calls.learn(news);
        calls.store(news.call());
        pushes.on(news);
    }

    /** Another replica takes news in, and this one hears nothing of it. */
    void hearElsewhere(CallNews news) {
        calls.store(news.call());
        pushes.on(news);
    }

    /** Takes news in that nobody but the group's reader has got. */
    void hearLate(CallNews news) {
        pushes.on(news);
    }

    /** Does what is due until nothing is, or nothing changes. */
    void work() {
        List<Job> before = List.of();
        for (List<Job> due = jobs.due(clock.instant()); !due.equals(before); due = jobs.due(clock.instant())) {
            due.forEach(work::work);
            before = due;
        }
    }

    void pass(Duration time) {
        clock.advance(time);
        work();
    }

    void answer(PushResult result) {
        answers.add(CompletableFuture.completedFuture(result));
    }

    CompletableFuture<PushResult> answerLater() {
        CompletableFuture<PushResult> answer = new CompletableFuture<>();
        answers.add(answer);
        return answer;
    }

    List<PushKind> kinds() {
        return sent.stream().map(Sent::kind).toList();
    }
}
