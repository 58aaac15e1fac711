package dev.ringline.call;

import dev.ringline.call.Call.Dial;
import org.jspecify.annotations.Nullable;

/** What can be asked of a call that exists: by a user's device, by time, or by the meeting provisioner. */
public sealed interface CallCommand {

    /** A user who acts with a device. */
    record Actor(String userId, String deviceId) {}

    /** A command of a participant. */
    sealed interface ByUser extends CallCommand {

        Actor actor();
    }

    /** A device of the callee rings. */
    record Alert(Actor actor) implements ByUser {}

    record Answer(Actor actor) implements ByUser {}

    record Decline(Actor actor) implements ByUser {}

    /** Hang up, cancel, or, for the callee of a ringing call, decline. */
    record End(Actor actor) implements ByUser {}

    /**
     * A dial that met the pair's live call.
     *
     * @param dial the idempotency key to remember with the call
     */
    record Redial(Actor actor, Media media, @Nullable Dial dial) implements ByUser {}

    /** The actor answers another call: a dial of his gives way to it, a call that is going on does not. */
    record GiveWay(Actor actor) implements ByUser {}

    /** The call's next deadline is here. */
    record DeadlinePassed() implements CallCommand {}

    record AcceptMeeting(Meeting meeting) implements CallCommand {}

    /** The provisioner gave up. */
    record GiveUpMeeting() implements CallCommand {}
}
