package dev.ringline.call;

import dev.ringline.call.Call.Dial;
import dev.ringline.call.CallCommand.AcceptMeeting;
import dev.ringline.call.CallCommand.Actor;
import dev.ringline.call.CallCommand.Answer;
import dev.ringline.call.CallCommand.End;
import dev.ringline.call.CallRules.DialRequest;
import dev.ringline.call.Decision.Accepted;
import dev.ringline.call.Meeting.Seat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls between alice and bob, each made by walking the real transitions. */
final class CallFixtures {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Actor ALICE = new Actor("alice", "alice-phone");
    static final Actor ALICE_TABLET = new Actor("alice", "alice-tablet");
    static final Actor BOB = new Actor("bob", "bob-phone");
    static final Actor BOB_TABLET = new Actor("bob", "bob-tablet");

    static final CallProperties.Timers TIMERS = new CallProperties.Timers(
            Duration.ofSeconds(30), Duration.ofMillis(1500), Duration.ofSeconds(5), Duration.ofHours(4));
    static final CallRules RULES = new CallRules(TIMERS);

    private CallFixtures() {}

    static DialRequest dial(Actor caller, String callee) {
        return dial(caller, callee, Media.VIDEO, null);
    }

    static DialRequest dial(Actor caller, String callee, Media media, @Nullable Dial dial) {
        return new DialRequest(caller, callee, "c1", media, null, dial);
    }

    static Call ringing() {
        return RULES.ring("call-1", dial(ALICE, "bob"), NOON).next();
    }

    static Call ongoing() {
        return after(ringing(), new Answer(BOB), NOON.plusSeconds(4));
    }

    static Call ongoingWithMeeting() {
        return after(ongoing(), new AcceptMeeting(meeting(1)), NOON.plusSeconds(5));
    }

    static Call ended() {
        return after(ongoingWithMeeting(), new End(ALICE), NOON.plusSeconds(64));
    }

    static Meeting meeting(long sequence) {
        Instant expiry = NOON.plus(Duration.ofDays(1));
        return new Meeting(
                sequence,
                "meeting-1",
                List.of(
                        new Seat("alice", "p-alice", "sealed-a", "1", expiry),
                        new Seat("bob", "p-bob", "sealed-b", "1", expiry)));
    }

    static Call after(Call call, CallCommand command, Instant now) {
        if (RULES.decide(call, command, now) instanceof Accepted accepted) {
            return accepted.next();
        }
        throw new AssertionError("The fixture needs a transition: %s of %s".formatted(command, call));
    }
}
