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

    /** What rings is listed first: a call that was dialled after this one ended finds nobody busy. */
    private void run(Call ongoing) {
        List<Call> ringing = List.of(
                        ongoing.parties().callerId(), ongoing.parties().calleeId())
                .stream()
                .flatMap(user -> calls.ringingFor(user).stream())
                .filter(call -> !call.id().equals(ongoing.id()))
                .toList();
        if (goesOn(ongoing)) {
            ringing.forEach(call -> service.apply(call.id(), new CalleeBusy(policy == BusyPolicy.WAIT)));
            service.apply(ongoing.id(), new FollowedUp());
        }
    }

    private boolean goesOn(Call call) {
        return calls.find(call.id()).filter(Call::isLive).isPresent();
    }
}
