package dev.ringline.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
     */
    record Ringing(Instant answerableUntil, List<String> alertingDevices) implements CallState {

        /** How many devices of the callee are remembered, and told about. */
        static final int MOST_ALERTING_DEVICES = 8;

        public Ringing {
            alertingDevices = List.copyOf(alertingDevices);
        }

        boolean takesNotice(String device) {
            return alertingDevices.size() < MOST_ALERTING_DEVICES && !alertingDevices.contains(device);
        }

        Ringing alertedBy(String device) {
            List<String> devices = new ArrayList<>(alertingDevices);
            devices.add(device);
            return new Ringing(answerableUntil, devices);
        }

        Ended ended(Ending ending) {
            return new Ended(null, ending);
        }
    }

    /**
     * The callee answered.
     *
     * @param meetingBy until when the meeting must be there
     * @param endsAt when the longest call is over
     */
    record Ongoing(Answer answer, Instant meetingBy, Instant endsAt) implements CallState {

        Ended ended(Ending ending) {
            return new Ended(answer, ending);
        }
    }

    /**
     * The call is over.
     *
     * @param answer absent if it was never answered
     */
    record Ended(@Nullable Answer answer, Ending ending) implements CallState {}

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

        static Ending by(CallCommand.Actor actor, EndReason reason, Instant at) {
            return new Ending(reason, at, actor.userId(), actor.deviceId());
        }
    }
}
