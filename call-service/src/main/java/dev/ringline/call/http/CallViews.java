package dev.ringline.call.http;

import dev.ringline.call.CallService;
import dev.ringline.call.CallService.Outcome;
import dev.ringline.call.JoinGrant;
import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.CallCommand.Actor;
import dev.ringline.http.Caller;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/** Shows calls to the device that asks. */
final class CallViews {

    private final CallService calls;
    private final InstantSource clock;
    private final Duration heartbeat;

    CallViews(CallService calls, InstantSource clock, Duration heartbeat) {
        this.calls = calls;
        this.clock = clock;
        this.heartbeat = heartbeat;
    }

    /** The call after a command or a read, with a join grant if the device may have one; a woken device may not. */
    CallView withGrant(Outcome.Done done, Caller caller) {
        if (caller.ringingCall() != null) {
            return plain(done.call(), caller);
        }
        Actor actor = actor(caller);
        return view(done.call(), actor, calls.join(done.call(), actor, done.proven()));
    }

    /** The call without a grant: in lists and in problems. */
    CallView plain(Call call, Caller caller) {
        return view(call, actor(caller), Optional.empty());
    }

    /** The call for somebody who takes no part in it: as its caller sees it, without his device. */
    CallView ofNobody(Call call) {
        return view(call, new Actor(call.parties().callerId(), ""), Optional.empty());
    }

    private CallView view(Call call, Actor viewer, Optional<JoinGrant> grant) {
        return CallView.of(call, viewer, new CallView.Moment(clock.instant(), heartbeat), grant);
    }

    /** Who acts; a reader may come without a device, and then holds nothing. */
    private static Actor actor(Caller caller) {
        return new Actor(caller.userId(), Objects.requireNonNullElse(caller.deviceId(), ""));
    }
}
