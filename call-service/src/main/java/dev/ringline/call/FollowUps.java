package dev.ringline.call;

import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.CallCommand.CalleeBusy;
import dev.ringline.call.rules.CallCommand.FollowedUp;
import java.util.List;

/**
 * What a call that became ongoing means for others: the calls that ring for either party end as busy, or are marked as
 * waiting. Repeating it changes nothing more.
 */
public final class FollowUps {

    private final Calls calls;
    private final CallService service;
    private final BusyPolicy policy;

    FollowUps(Calls calls, CallService service, BusyPolicy policy) {
        this.calls = calls;
        this.service = service;
        this.policy = policy;
    }

    /** What a call to somebody who is in another call does. */
    public enum BusyPolicy {
        /** It ends at once. */
        REJECT,
        /** It rings on, and says that he is in another call. */
        WAIT
    }

    /** Looks after the calls that ring for the parties of this one. */
    public void run(String callId) {
        calls.find(callId).filter(call -> call.followUpDue().isPresent()).ifPresent(this::run);
    }

    private void run(Call ongoing) {
        List.of(ongoing.parties().callerId(), ongoing.parties().calleeId()).stream()
                .flatMap(user -> calls.ringingFor(user).stream())
                .filter(ringing -> !ringing.id().equals(ongoing.id()))
                .forEach(ringing -> service.apply(ringing.id(), new CalleeBusy(policy == BusyPolicy.WAIT)));
        service.apply(ongoing.id(), new FollowedUp());
    }
}
