package dev.ringline.call;

import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.CallCommand.Close;
import dev.ringline.call.rules.EndReason;
import java.util.List;
import java.util.Optional;

/** What those may do who have authority over all calls. */
public final class Administration {

    private final Calls calls;
    private final CallService service;
    private final Users users;
    private final Timeline timeline;

    Administration(Calls calls, CallService service, Users users, Timeline timeline) {
        this.calls = calls;
        this.service = service;
        this.users = users;
        this.timeline = timeline;
    }

    /** Ends the call if it is live; empty if there is no such call. */
    public Optional<Call> end(String callId) {
        return service.apply(callId, new Close(EndReason.ADMIN));
    }

    /** What happened to the call; empty if there is no such call. */
    public Optional<List<Timeline.Entry>> timeline(String callId) {
        return calls.find(callId).map(call -> timeline.of(call.id()));
    }

    /** Ends what the user is in, and has everything forget him. */
    public void erase(String userId) {
        calls.liveOf(userId).forEach(call -> service.apply(call.id(), new Close(EndReason.PARTICIPANT_REMOVED)));
        users.erase(userId);
    }
}
