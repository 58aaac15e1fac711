package dev.ringline.notification.push.job;

import static java.util.Objects.requireNonNull;

import dev.ringline.duework.VersionedDocument;
import dev.ringline.notification.push.PushKind;
import dev.ringline.notification.push.job.Task.State;
import dev.ringline.notification.rules.device.Credentials;
import dev.ringline.notification.rules.device.Device;
import dev.ringline.notification.rules.user.Alert;
import dev.ringline.notification.rules.user.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Everything that one device is to be told of one call by push, and what became of it: the work, and afterwards the ledger
 * that keeps a replay from doing it again.
 *
 * @param id of call and device
 * @param device as it was registered when the call came in; absent when there was none to tell. Its tokens go once
 *     nothing is left to send
 * @param tasks in the order in which they are to be done
 * @param over it must not ring any more
 * @param due when to look at it again; absent when nothing is left to do
 * @param expiresAt when MongoDB removes it
 */
@Document(Job.COLLECTION)
record Job(
        @Id String id,
        long version,
        CallFacts call,
        String userId,
        @Nullable Device device,
        Alert alert,
        Profile caller,
        List<Task> tasks,
        boolean over,
        @Nullable Instant due,
        Instant expiresAt)
        implements VersionedDocument {

    static final String COLLECTION = "deliveries";
    static final String DUE = "due";

    /** A stop waits so long for the attempt to announce the call. */
    static final Duration RING_HEAD_START = Duration.ofSeconds(3);

    /** Longer than any attempt takes: who began one that long ago is dead. */
    static final Duration ABANDONED = Duration.ofSeconds(12);

    /** Longer than events and their dead letters are kept. */
    private static final Duration KEPT = Duration.ofDays(40);

    /** What stays the same of the call. */
    record CallFacts(String callId, String media, String callerId, String conversationId) {}

    Job {
        tasks = List.copyOf(tasks);
    }

    static Job first(CallFacts call, String userId, @Nullable Device device, PushDetails details, Instant now) {
        return new Job(
                idOf(call.callId(), device),
                1,
                call,
                userId,
                device,
                details.alert(),
                details.caller(),
                List.of(),
                false,
                null,
                now.plus(KEPT));
    }

    /** What pushes to this user say and do. */
    record PushDetails(Alert alert, Profile caller) {

        /** For a job that sends nothing. */
        static final PushDetails NONE = new PushDetails(Alert.NONE, Profile.UNKNOWN);
    }

    static String idOf(String callId, @Nullable Device device) {
        return device == null ? callId : callId + "/" + device.deviceId();
    }

    Optional<Task> task(PushKind kind) {
        return tasks.stream().filter(task -> task.kind() == kind).findFirst();
    }

    /** What tells the device that somebody calls: to ring, or to show it only. */
    Optional<Task> announcement() {
        return tasks.stream().filter(task -> task.kind().announces()).findFirst();
    }

    /** Whether the device may ring, or show the call, because of a push. */
    boolean mayBeAnnounced() {
        return announcement().filter(Task::wasTried).isPresent();
    }

    /** Whether there is something to begin, now or later. */
    boolean waits() {
        return tasks.stream().anyMatch(task -> task.state() == State.WAITING);
    }

    /** The task to do now, or to give up as its attempt was abandoned. */
    Optional<Task> runnable(Instant now) {
        for (Task task : tasks) {
            if (task.state() == State.WAITING) {
                return Optional.of(task).filter(waiting -> !now.isBefore(waiting.due()));
            }
            if (task.state() == State.SENDING && !now.isBefore(task.began().plus(ABANDONED))) {
                return Optional.of(task);
            }
            if (task.state() == State.SENDING && !letsTheNextBegin(task, now)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The same with one more task, unless there is one of its kind. */
    Job adding(Task task) {
        return task(task.kind()).isPresent() ? this : with(plus(task));
    }

    /** The same without an announcement that did not begin yet. */
    Job withoutWaitingAnnouncement(String why) {
        return announcement()
                .filter(task -> task.state() == State.WAITING)
                .map(task -> changing(task.kind(), waiting -> waiting.done(why)))
                .orElse(this);
    }

    Job changing(PushKind kind, UnaryOperator<Task> step) {
        return with(tasks.stream()
                .map(task -> task.kind() == kind ? step.apply(task) : task)
                .toList());
    }

    /** The same for a device that lost the token with this hash: nothing more is sent there. */
    Job without(String tokenHash) {
        Device known = requireDevice();
        return with(known.with(known.credentials().without(Set.of(tokenHash))));
    }

    /** The same for a call that rings no more. */
    Job ended() {
        return new Job(id, version, call, userId, device, alert, caller, tasks, true, due, expiresAt);
    }

    /** As it is to be stored after this one. */
    Job next() {
        boolean finished = over && tasks.stream().allMatch(Task::isDone);
        return new Job(
                id,
                version + 1,
                call,
                userId,
                finished && device != null ? device.with(Credentials.NONE) : device,
                alert,
                caller,
                tasks,
                over,
                nextDue(),
                expiresAt);
    }

    /** The same with {@link #due} right, for the first write. */
    Job scheduled() {
        return new Job(id, version, call, userId, device, alert, caller, tasks, over, nextDue(), expiresAt);
    }

    Device requireDevice() {
        return requireNonNull(device, "device");
    }

    private Job with(Device changed) {
        return new Job(id, version, call, userId, changed, alert, caller, tasks, over, due, expiresAt);
    }

    private Job with(List<Task> next) {
        return new Job(id, version, call, userId, device, alert, caller, next, over, due, expiresAt);
    }

    private List<Task> plus(Task task) {
        List<Task> more = new ArrayList<>(tasks);
        more.add(task);
        return more;
    }

    private @Nullable Instant nextDue() {
        Instant soonest = null;
        Instant notBefore = Instant.MIN;
        for (Task task : tasks) {
            if (task.state() == State.WAITING) {
                return earlier(soonest, later(task.due(), notBefore));
            }
            if (task.state() == State.SENDING) {
                soonest = earlier(soonest, task.began().plus(ABANDONED));
                notBefore = later(notBefore, task.began().plus(headStart(task)));
            }
        }
        return soonest;
    }

    private static boolean letsTheNextBegin(Task sending, Instant now) {
        return !now.isBefore(sending.began().plus(headStart(sending)));
    }

    private static Duration headStart(Task task) {
        return task.kind().announces() ? RING_HEAD_START : ABANDONED;
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
