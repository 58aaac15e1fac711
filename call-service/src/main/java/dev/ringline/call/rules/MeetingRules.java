package dev.ringline.call.rules;

import dev.ringline.call.rules.CallCommand.AcceptMeeting;
import dev.ringline.call.rules.CallCommand.OfMeeting;
import dev.ringline.call.rules.CallCommand.PeerJoined;
import dev.ringline.call.rules.Decision.Accepted;
import dev.ringline.call.rules.Decision.Fact;
import dev.ringline.call.rules.Decision.Ignored;
import dev.ringline.call.rules.Decision.Unchanged;
import dev.ringline.call.rules.Decision.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What may be believed of the provisioner's words about a live call. */
final class MeetingRules {

    /** How far the media plane's clock may be behind ours. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private MeetingRules() {}

    /**
     * The decision about a word that is not the newest. An effect and its sequence are stored in one write, so an equal one
     * was already taken.
     */
    static Optional<Decision> overtaken(Call call, OfMeeting word) {
        if (word.sequence() == call.heard()) {
            return Optional.of(new Unchanged(call));
        }
        return word.sequence() < call.heard() ? Optional.of(new Ignored(call, Why.OUT_OF_ORDER)) : Optional.empty();
    }

    static Decision accept(Call call, AcceptMeeting accept, Instant now) {
        return Accepted.of(call.heard(accept.sequence()).with(accept.meeting()), new Fact.Ready(now));
    }

    /** A join of somebody else, or from before this call, is not of this call. */
    static boolean isOfThisCall(Call call, PeerJoined joined) {
        return call.involves(joined.userId())
                && call.presence(call.sideOf(joined.userId())) != null
                && !joined.peer().joinedAt().isBefore(call.createdAt().minus(TOLERANCE));
    }
}
