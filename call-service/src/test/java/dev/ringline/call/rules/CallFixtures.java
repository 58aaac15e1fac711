package dev.ringline.call.rules;

import dev.ringline.call.rules.Call.Dial;
import dev.ringline.call.rules.CallCommand.AcceptMeeting;
import dev.ringline.call.rules.CallCommand.Actor;
import dev.ringline.call.rules.CallCommand.Answer;
import dev.ringline.call.rules.CallCommand.End;
import dev.ringline.call.rules.CallCommand.Heartbeat;
import dev.ringline.call.rules.CallRules.DialRequest;
import dev.ringline.call.rules.CallRules.Manner;
import dev.ringline.call.rules.Decision.Accepted;
import dev.ringline.call.rules.Meeting.Seat;
import dev.ringline.call.rules.Presence.MediaReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls between alice and bob, each made by walking the real transitions. */
public final class CallFixtures {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final Actor ALICE = new Actor("alice", "alice-phone");
    public static final Actor ALICE_TABLET = new Actor("alice", "alice-tablet");
    public static final Actor BOB = new Actor("bob", "bob-phone");
    public static final Actor BOB_TABLET = new Actor("bob", "bob-tablet");

    public static final Timers TIMERS = new Timers(
            Duration.ofSeconds(30),
            Duration.ofMillis(1500),
            Duration.ofSeconds(5),
            Duration.ofSeconds(45),
            Duration.ofSeconds(20),
            Duration.ofSeconds(15),
            Duration.ofSeconds(3),
            Duration.ofSeconds(15),
            Duration.ofSeconds(45),
            Duration.ofMinutes(2),
            Duration.ofHours(4));
    public static final CallRules RULES = new CallRules(TIMERS);

    private CallFixtures() {}

    public static DialRequest dial(Actor caller, String callee) {
        return dial(caller, callee, Media.VIDEO, null);
    }

    public static DialRequest dial(Actor caller, String callee, Media media, @Nullable Dial dial) {
        return new DialRequest(caller, callee, "c1", false, media, null, dial);
    }

    /** An ordinary call that begins to ring. */
    public static Accepted ring(String callId, DialRequest request, Instant now) {
        return RULES.ring(callId, request, new Manner.Aloud(false), now);
    }

    public static Call ringing() {
        return ring("call-1", dial(ALICE, "bob"), NOON).next();
    }

    public static Call silent() {
        Manner silently = new Manner.Silently(Duration.ofSeconds(1));
        return RULES.ring("call-1", dial(ALICE, "bob"), silently, NOON).next();
    }

    public static Call ongoing() {
        return after(ringing(), new Answer(BOB), NOON.plusSeconds(4));
    }

    public static Call ongoingWithMeeting() {
        return after(ongoing(), new AcceptMeeting(1, meeting()), NOON.plusSeconds(5));
    }

    /** Both devices said that their media is up. */
    public static Call connected() {
        Call one = after(ongoingWithMeeting(), new Heartbeat(ALICE, MediaReport.CONNECTED), NOON.plusSeconds(6));
        return after(one, new Heartbeat(BOB, MediaReport.CONNECTED), NOON.plusSeconds(7));
    }

    public static Call ended() {
        return after(ongoingWithMeeting(), new End(ALICE), NOON.plusSeconds(64));
    }

    public static Meeting meeting() {
        Instant expiry = NOON.plus(Duration.ofDays(1));
        return new Meeting(
                "meeting-1",
                List.of(
                        new Seat("alice", "p-alice", "sealed-a", "1", expiry),
                        new Seat("bob", "p-bob", "sealed-b", "1", expiry)));
    }

    public static Call after(Call call, CallCommand command, Instant now) {
        if (RULES.decide(call, command, now) instanceof Accepted accepted) {
            return accepted.next();
        }
        throw new AssertionError("The fixture needs a transition: %s of %s".formatted(command, call));
    }
}
