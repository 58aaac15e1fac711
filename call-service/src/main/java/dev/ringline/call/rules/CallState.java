package dev.ringline.call.rules;

import dev.ringline.call.rules.CallCommand.Actor;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The three states of a call. Each owns the data that has meaning only in it, and only the moves it allows.
 *
 * <pre>
 *  dial ──► Ringing ──answer──► Ongoing
 *              │                   │
 *              └──────► Ended ◄────┘      nothing leaves Ended
 * </pre>
 */
public sealed interface CallState {

    /**
     * The callee's devices ring.
     *
     * @param answerableUntil the ring deadline plus the answer grace; then the ring is over
     * @param alertingDevices the callee's devices that said they ring, in the order in which they said so
     * @param waiting whether the callee is in another call meanwhile
     * @param reach what the deliveries to the callee's devices came to
     * @param pretendAt when a silent call will look to its caller as if it rang; absent for others, and afterwards
     */
    record Ringing(
            Instant answerableUntil,
            List<String> alertingDevices,
            boolean waiting,
            Reach reach,
            @Nullable Instant pretendAt)
            implements CallState {

        /** How many devices of the callee are remembered, and told about. */
        static final int MOST_ALERTING_DEVICES = 8;

        public Ringing {
            alertingDevices = List.copyOf(alertingDevices);
        }

        boolean takesNotice(String device) {
            return alertingDevices.size() < MOST_ALERTING_DEVICES && !alertingDevices.contains(device);
        }

        Ringing alertedBy(String device) {
            List<String> devices =
                    Stream.concat(alertingDevices.stream(), Stream.of(device)).toList();
            return new Ringing(answerableUntil, devices, waiting, reach, pretendAt);
        }

        Ringing pretended() {
            return new Ringing(answerableUntil, alertingDevices, waiting, reach, null);
        }

        Ringing whileBusy() {
            return new Ringing(answerableUntil, alertingDevices, true, reach, pretendAt);
        }

        Ringing reached(Reach latest) {
            return new Ringing(answerableUntil, alertingDevices, waiting, latest, pretendAt);
        }

        Ended ended(Ending ending) {
            return new Ended(null, null, ending);
        }
    }

    /** Whether any device of the callee can have been reached. */
    enum Reach {
        /** Nothing was delivered or reported yet. */
        UNKNOWN,
        /** Every delivery so far failed, or found no device. */
        NONE,
        /** At least one delivery was taken, or withheld, which must look the same. */
        POSSIBLE
    }

    /**
     * The callee answered.
     *
     * @param limits until when what must have happened
     * @param connectedAt when media was first confirmed on both sides
     * @param askedAt when the media plane was last asked what it knows, because both devices fell silent
     * @param followUpDue when to look for calls that ring for either party; absent once that was done
     */
    record Ongoing(
            Answer answer,
            Limits limits,
            @Nullable Instant connectedAt,
            @Nullable Instant askedAt,
            @Nullable Instant followUpDue)
            implements CallState {

        Ongoing limitedBy(Limits next) {
            return new Ongoing(answer, next, connectedAt, askedAt, followUpDue);
        }

        Ongoing connected(Instant at) {
            return new Ongoing(answer, limits, at, askedAt, followUpDue);
        }

        Ongoing asked(Instant at) {
            return new Ongoing(answer, limits, connectedAt, at, followUpDue);
        }

        Ongoing followedUp() {
            return new Ongoing(answer, limits, connectedAt, askedAt, null);
        }

        Ended ended(Ending ending) {
            return new Ended(answer, connectedAt, ending);
        }
    }

    /**
     * The deadlines of an ongoing call.
     *
     * @param meetingBy until when the meeting must be there
     * @param connectBy until when media must be up on both sides
     * @param endsAt when the longest call is over
     */
    record Limits(Instant meetingBy, Instant connectBy, Instant endsAt) {

        Limits connectBy(Instant latest) {
            return new Limits(meetingBy, latest, endsAt);
        }
    }

    /**
     * The call is over.
     *
     * @param answer absent if it was never answered
     * @param connectedAt absent if media was never confirmed on both sides
     */
    record Ended(@Nullable Answer answer, @Nullable Instant connectedAt, Ending ending) implements CallState {

        Ended buried(UnaryOperator<String> bury) {
            return new Ended(answer, connectedAt, ending.buried(bury));
        }
    }

    /** Who answered, and when. */
    record Answer(Instant at, String byDevice) {}

    /**
     * How a call ended.
     *
     * @param by the user who ended it, absent when the system did
     * @param byDevice the device with which the user ended it
     */
    record Ending(
            EndReason reason,
            Instant at,
            @Nullable String by,
            @Nullable String byDevice) {

        static Ending bySystem(EndReason reason, Instant at) {
            return new Ending(reason, at, null, null);
        }

        Ending buried(UnaryOperator<String> bury) {
            return new Ending(reason, at, by == null ? null : bury.apply(by), byDevice);
        }

        static Ending by(Actor actor, EndReason reason, Instant at) {
            return new Ending(reason, at, actor.userId(), actor.deviceId());
        }
    }
}
