package dev.ringline.call.http;

import dev.ringline.call.Call;
import dev.ringline.call.CallCommand.Actor;
import dev.ringline.call.CallService;
import dev.ringline.call.CallService.Outcome;
import dev.ringline.http.Caller;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/** Shows calls to the device that asks. */
final class CallViews {

    private final CallService calls;
    private final InstantSource clock;

    CallViews(CallService calls, InstantSource clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** The call after a command or a read, with a join grant if the device may have one. */
    CallView withGrant(Outcome.Done done, Caller caller) {
        Actor actor = actor(caller);
        return CallView.of(done.call(), actor, clock.instant(), calls.join(done.call(), actor, done.proven()));
    }

    /** The call without a grant: in lists and in problems. */
    CallView plain(Call call, Caller caller) {
        return CallView.of(call, actor(caller), clock.instant(), Optional.empty());
    }

    /** Who acts; a reader may come without a device, and then holds nothing. */
    private static Actor actor(Caller caller) {
        return new Actor(caller.userId(), Objects.requireNonNullElse(caller.deviceId(), ""));
    }
}
