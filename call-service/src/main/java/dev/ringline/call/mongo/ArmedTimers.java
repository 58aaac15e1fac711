package dev.ringline.call.mongo;

import dev.ringline.call.CallService.Observer;
import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.Decision.Accepted;
import dev.ringline.duework.DueWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;

/** Arms a timer in this process for what this process stored. */
final class ArmedTimers implements Observer {

    /** Later deadlines are the sweeper's: a timer for each would be kept long after most calls have ended. */
    private static final Duration SOON = Duration.ofMinutes(2);

    private final ObjectProvider<DueWork> deadlines;
    private final ObjectProvider<DueWork> followUps;
    private final InstantSource clock;

    /** The providers break a circle: what is due is carried out by the service that arms it. */
    ArmedTimers(ObjectProvider<DueWork> deadlines, ObjectProvider<DueWork> followUps, InstantSource clock) {
        this.deadlines = deadlines;
        this.followUps = followUps;
        this.clock = clock;
    }

    @Override
    public void stored(Accepted decision) {
        Call call = decision.next();
        Instant horizon = clock.instant().plus(SOON);
        call.nextDeadline()
                .filter(horizon::isAfter)
                .ifPresent(due -> deadlines.getObject().arm(call.id(), due));
        call.followUpDue().ifPresent(due -> followUps.getObject().arm(call.id(), due));
    }
}
