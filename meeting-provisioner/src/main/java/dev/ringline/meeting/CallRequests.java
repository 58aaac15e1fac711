package dev.ringline.meeting;

import dev.ringline.meeting.Patience.Deadlines;
import dev.ringline.meeting.Provisionings.Change;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Follows the calls: what their events mean for their meetings. Repeats and latecomers change nothing. */
public final class CallRequests {

    private final Provisionings provisionings;
    private final BiPredicate<Long, Long> admission;
    private final Deadlines deadlines;
    private final InstantSource clock;

    /** Creates it; {@code admission} tells from the last and the received sequence whether an event is in time. */
    public CallRequests(
            Provisionings provisionings, BiPredicate<Long, Long> admission, Deadlines deadlines, InstantSource clock) {
        this.provisionings = provisionings;
        this.admission = admission;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** A call rings: its meeting is due at once. */
    public void initiated(RingingCall call, long sequence) {
        Provisioning.requested(call, sequence, deadlines, clock.instant())
                .filter(first -> provisionings.insert(first) || isRepeat(call.callId(), sequence))
                .ifPresent(provisionings::arm);
    }

    private boolean isRepeat(String callId, long sequence) {
        return provisionings
                .find(callId)
                .filter(known -> admission.test(known.counters().seen(), sequence))
                .isPresent();
    }

    /** A call was answered. */
    public void answered(String callId, Instant at, long sequence) {
        follow(callId, sequence, known -> known.answered(deadlines.onceAnswered(at), sequence));
    }

    /** A call ended, perhaps before its beginning was seen. */
    public void ended(RingingCall call, long sequence) {
        boolean isFirstSeen =
                provisionings.find(call.callId()).isEmpty() && provisionings.insert(Provisioning.over(call, sequence));
        if (!isFirstSeen) {
            follow(call.callId(), sequence, known -> known.ended(sequence, clock.instant()));
        }
    }

    private void follow(String callId, long sequence, Function<Provisioning, Optional<Change>> decision) {
        provisionings
                .change(
                        callId,
                        known -> admission.test(known.counters().seen(), sequence)
                                ? decision.apply(known)
                                : Optional.empty())
                .ifPresent(provisionings::arm);
    }
}
