package dev.ringline.call.rules;

import dev.ringline.call.rules.Call.Dial;
import dev.ringline.call.rules.Presence.MediaReport;
import dev.ringline.call.rules.Presence.Peer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be asked of a call that exists: by a user's device, by time, by the media plane, or by another call. */
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

    /** A device is alive and says how its media is. */
    record Heartbeat(Actor actor, MediaReport media) implements ByUser {}

    /**
     * A dial that met the pair's live call.
     *
     * @param dial the idempotency key to remember with the call
     */
    record Redial(Actor actor, Media media, @Nullable Dial dial) implements ByUser {}

    /** The actor answers another call: a dial of his gives way to it, a call that is going on does not. */
    record GiveWay(Actor actor) implements ByUser {}

    /** A command of time. */
    sealed interface OfTime extends CallCommand {}

    /** The call's next deadline is here. */
    record DeadlinePassed() implements OfTime {}

    /**
     * A lease is over.
     *
     * @param extendedUntil until when every lease counts, because we were away ourselves; absent when we were not
     */
    record LeaseLapsed(@Nullable Instant extendedUntil) implements OfTime {}

    /** What the provisioner tells; its sequence keeps an older word from undoing a newer one. */
    sealed interface OfMeeting extends CallCommand {

        long sequence();
    }

    record AcceptMeeting(long sequence, Meeting meeting) implements OfMeeting {}

    /** The provisioner gave up. */
    record GiveUpMeeting(long sequence) implements OfMeeting {}

    record PeerJoined(long sequence, String userId, Peer peer) implements OfMeeting {}

    record PeerLeft(long sequence, String userId, String peerId, Instant at) implements OfMeeting {}

    /** The media plane's session of this call is over. */
    record SessionEnded(long sequence, String sessionId, Instant at) implements OfMeeting {}

    /** What became of a ring that was sent to the callee's devices. */
    record NoteDelivery(boolean reachedNobody) implements CallCommand {}

    /**
     * The callee is in another call now.
     *
     * @param mayWait whether calls may ring meanwhile
     */
    record CalleeBusy(boolean mayWait) implements CallCommand {}

    /** The calls that ring for either party were looked after. */
    record FollowedUp() implements CallCommand {}

    /** The callee, who knows nothing of this silent call, dials the caller himself. */
    record Supersede() implements CallCommand {}

    /** Somebody with authority over all calls ends this one. */
    record Close(EndReason reason) implements CallCommand {}
}
