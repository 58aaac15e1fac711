package dev.ringline.call.rules;

import static dev.ringline.call.rules.CallFixtures.ALICE;
import static dev.ringline.call.rules.CallFixtures.ALICE_TABLET;
import static dev.ringline.call.rules.CallFixtures.BOB;
import static dev.ringline.call.rules.CallFixtures.NOON;
import static dev.ringline.call.rules.CallFixtures.RULES;
import static dev.ringline.call.rules.CallFixtures.TIMERS;
import static dev.ringline.call.rules.CallFixtures.after;
import static dev.ringline.call.rules.CallFixtures.connected;
import static dev.ringline.call.rules.CallFixtures.ongoingWithMeeting;
import static dev.ringline.call.rules.CallFixtures.ringing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.call.rules.Call.Phase;
import dev.ringline.call.rules.CallCommand.Actor;
import dev.ringline.call.rules.CallCommand.DeadlinePassed;
import dev.ringline.call.rules.CallCommand.Heartbeat;
import dev.ringline.call.rules.CallCommand.LeaseLapsed;
import dev.ringline.call.rules.CallCommand.PeerJoined;
import dev.ringline.call.rules.CallCommand.PeerLeft;
import dev.ringline.call.rules.CallCommand.Redial;
import dev.ringline.call.rules.CallCommand.SessionEnded;
import dev.ringline.call.rules.CallState.Ending;
import dev.ringline.call.rules.Decision.Accepted;
import dev.ringline.call.rules.Decision.Fact;
import dev.ringline.call.rules.Decision.Ignored;
import dev.ringline.call.rules.Decision.Refusal;
import dev.ringline.call.rules.Decision.Refused;
import dev.ringline.call.rules.Decision.Why;
import dev.ringline.call.rules.Presence.MediaReport;
import dev.ringline.call.rules.Presence.Peer;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a call lives and ends by what is known of its two sides. */
class PresenceTest {

    private static final Instant LATER = NOON.plusSeconds(100);

    @Test
    void connectsWhenTheSecondSideIsUpWhoeverSaysSo() {
        // Given
        Call one = after(ongoingWithMeeting(), new Heartbeat(ALICE, MediaReport.CONNECTED), NOON.plusSeconds(6));

        // When
        Decision decision = RULES.decide(one, joined(2, "bob", "b1"), NOON.plusSeconds(8));

        // Then
        assertThat(decision).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.facts()).containsExactly(new Fact.Connected(NOON.plusSeconds(8)));
            assertThat(accepted.next().phase()).isEqualTo(Phase.CONNECTED);
        });
    }

    @Test
    void givesTheOtherSideTwentySecondsAfterTheFirstIsSeen() {
        // Given
        Call seen = after(ongoingWithMeeting(), joined(2, "alice", "a1"), NOON.plusSeconds(30));

        // When
        Call ended = after(seen, new DeadlinePassed(), NOON.plusSeconds(50));

        // Then
        assertThat(seen.nextDeadline()).contains(NOON.plusSeconds(50));
        assertThat(reason(ended)).contains(EndReason.CONNECT_TIMEOUT);
    }

    @Test
    void givesNobodySeenFortyFiveSecondsAfterTheAnswer() {
        assertThat(ongoingWithMeeting().nextDeadline()).contains(NOON.plusSeconds(49));
        assertThat(reason(after(ongoingWithMeeting(), new DeadlinePassed(), NOON.plusSeconds(49))))
                .contains(EndReason.CONNECT_TIMEOUT);
    }

    @Test
    void endsAConnectedCallWhenASideIsGoneLongerThanTheGrace() {
        // Given
        Call left = after(joinedByBoth(), left(4, "bob", "b1"), LATER);

        // When
        Decision early = RULES.decide(left, new DeadlinePassed(), LATER.plusMillis(14_999));
        Call late = after(left, new DeadlinePassed(), LATER.plusSeconds(15));

        // Then
        assertThat(left.phase()).isEqualTo(Phase.RECONNECTING);
        assertThat(early).isInstanceOf(Decision.Unchanged.class);
        assertThat(reason(late)).contains(EndReason.PEER_LOST);
    }

    @Test
    void goesOnWhenTheSideComesBackWithinTheGrace() {
        // Given
        Call left = after(joinedByBoth(), left(4, "bob", "b1"), LATER);

        // When
        Call back = after(left, joined(5, "bob", "b2"), LATER.plusSeconds(10));

        // Then
        assertThat(back.phase()).isEqualTo(Phase.CONNECTED);
        assertThat(back.nextDeadline()).contains(NOON.plusSeconds(4).plus(TIMERS.maxDuration()));
    }

    @Test
    void waitsThreeSecondsWhenBothAreGone() {
        // Given
        Call oneLeft = after(joinedByBoth(), left(4, "bob", "b1"), LATER);

        // When
        Call bothLeft = after(oneLeft, left(5, "alice", "a1"), LATER.plusSeconds(1));

        // Then
        assertThat(bothLeft.nextDeadline()).contains(LATER.plusSeconds(4));
    }

    @Test
    void givesTheOtherSideItsWholeGraceWhenOneOfTwoComesBack() {
        // Given
        Call oneLeft = after(joinedByBoth(), left(4, "bob", "b1"), LATER);
        Call bothLeft = after(oneLeft, left(5, "alice", "a1"), LATER.plusSeconds(1));

        // When
        Call aliceIsBack = after(bothLeft, joined(6, "alice", "a2"), LATER.plusSeconds(2));

        // Then
        assertThat(aliceIsBack.nextDeadline()).contains(LATER.plusSeconds(15));
    }

    @Test
    void letsNoHeartbeatsPutOffTheConnectTimeoutAgainAndAgain() {
        // Given
        Call seen = after(ongoingWithMeeting(), new Heartbeat(ALICE, MediaReport.CONNECTED), NOON.plusSeconds(10));

        // When
        Call call = seen;
        for (int second = 15; second < 30; second += 5) {
            call = after(call, new Heartbeat(ALICE, MediaReport.CONNECTING), NOON.plusSeconds(second));
            call = after(call, new Heartbeat(ALICE, MediaReport.RECONNECTING), NOON.plusSeconds(second + 1));
        }

        // Then
        assertThat(call.nextDeadline()).isEqualTo(seen.nextDeadline());
    }

    @Test
    void takesNoWordOfReconnectingForEvidenceBeforeAnyConnection() {
        Call call = after(ongoingWithMeeting(), new Heartbeat(ALICE, MediaReport.RECONNECTING), NOON.plusSeconds(10));

        assertThat(call.nextDeadline()).isEqualTo(ongoingWithMeeting().nextDeadline());
    }

    @Test
    void renewsTheLeaseOfTheCallerWhoDialsAgainWhileItRings() {
        Call again = after(ringing(), new Redial(ALICE, Media.VIDEO, null), NOON.plusSeconds(20));

        assertThat(again.leaseDue(TIMERS)).contains(NOON.plusSeconds(65));
    }

    @Test
    void failsWhenBothSidesAreLostBeforeTheyWereConnected() {
        // Given
        Call one = after(ongoingWithMeeting(), joined(2, "alice", "a1"), NOON.plusSeconds(6));
        Call gone = after(one, left(3, "alice", "a1"), NOON.plusSeconds(7));
        Call other = after(gone, joined(4, "bob", "b1"), NOON.plusSeconds(8));
        Call bothGone = after(other, left(5, "bob", "b1"), NOON.plusSeconds(9));

        // When
        Call ended = after(bothGone, new DeadlinePassed(), NOON.plusSeconds(12));

        // Then
        assertThat(bothGone.connectedAt()).isEmpty();
        assertThat(bothGone.nextDeadline()).contains(NOON.plusSeconds(12));
        assertThat(reason(ended)).contains(EndReason.MEDIA_LOST);
    }

    @Test
    void ignoresALeaveOfSomebodyWhoNeverJoined() {
        Decision decision = RULES.decide(connected(), left(9, "bob", "phantom"), LATER);

        assertThat(decision).isEqualTo(new Ignored(connected(), Why.PHANTOM_LEAVE));
    }

    @Test
    void ignoresAJoinOfAnEarlierCallInTheSameSession() {
        Peer earlier = new Peer("b0", "session", NOON.minusSeconds(6));

        Decision decision = RULES.decide(ongoingWithMeeting(), new PeerJoined(9, "bob", earlier), LATER);

        assertThat(decision).isEqualTo(new Ignored(ongoingWithMeeting(), Why.OF_ANOTHER_CALL));
    }

    @Test
    void ignoresTheEndOfASessionWhileADeviceIsAlive() {
        Decision decision = RULES.decide(joinedByBoth(), new SessionEnded(9, "session", NOON), NOON.plusSeconds(20));

        assertThat(decision).isEqualTo(new Ignored(joinedByBoth(), Why.STILL_ALIVE));
    }

    @Test
    void believesTheEndOfASessionWhenBothDevicesAreSilent() {
        Call over = after(joinedByBoth(), new SessionEnded(9, "session", NOON), LATER);

        assertThat(over.nextDeadline()).contains(LATER.plusSeconds(3));
    }

    @Test
    void dropsAWordThatWasOvertaken() {
        Call late = after(joinedByBoth(), left(8, "bob", "b1"), LATER);

        assertThat(RULES.decide(late, joined(3, "bob", "b1"), LATER)).isEqualTo(new Ignored(late, Why.OUT_OF_ORDER));
        assertThat(RULES.decide(late, left(8, "bob", "b1"), LATER)).isEqualTo(new Decision.Unchanged(late));
    }

    @Test
    void takesALapsedLeaseForALeaveWhenNobodyVouchesForTheSide() {
        // Given
        Call call = connected();

        // When
        Call ended = after(call, new LeaseLapsed(null), NOON.plusSeconds(51));

        // Then
        assertThat(call.leaseDue(TIMERS)).contains(NOON.plusSeconds(51));
        assertThat(reason(ended)).contains(EndReason.PEER_LOST);
    }

    @Test
    void asksTheMediaPlaneWhenItVouchesForTwoSilentDevices() {
        // Given
        Call call = joinedByBoth();
        Instant due = call.leaseDue(TIMERS).orElseThrow();

        // When
        Decision early = RULES.decide(call, new LeaseLapsed(null), due.minusMillis(1));
        Call asked = after(call, new LeaseLapsed(null), due);

        // Then
        assertThat(early).isInstanceOf(Decision.Unchanged.class);
        assertThat(asked.isLive()).isTrue();
        assertThat(asked.leaseDue(TIMERS)).contains(due.plus(TIMERS.evidence()));
    }

    @Test
    void countsALeaseLongerAfterAnOutageOfOurs() {
        // Given
        Instant extended = LATER.plusSeconds(45);

        // When
        Call call = after(connected(), new LeaseLapsed(extended), LATER);

        // Then
        assertThat(call.isLive()).isTrue();
        assertThat(call.leaseDue(TIMERS)).contains(extended);
    }

    @Test
    void cancelsARingWhoseCallersAppIsGone() {
        Call ended = after(ringing(), new LeaseLapsed(null), NOON.plusSeconds(45));

        assertThat(ended.ending().map(Ending::reason)).contains(EndReason.CALLER_CANCELLED);
        assertThat(ended.ending().map(Ending::by)).isEmpty();
    }

    @Test
    void movesTheSideToTheDeviceThatDialsAgain() {
        // Given
        Call call = connected();

        // When
        Decision moved = RULES.decide(call, new Redial(ALICE_TABLET, Media.AUDIO, null), LATER);

        // Then
        assertThat(moved).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.facts()).containsExactly(new Fact.Moved("alice", "alice-phone", "alice-tablet", LATER));
            assertThat(accepted.next().phase()).isEqualTo(Phase.RECONNECTING);
            assertThat(RULES.decide(accepted.next(), new Heartbeat(ALICE, MediaReport.CONNECTED), LATER))
                    .isEqualTo(new Refused(Refusal.MOVED_ELSEWHERE, accepted.next()));
        });
    }

    @Test
    void refusesAHeartbeatOfWhoeverHoldsNothing() {
        Actor tablet = new Actor("bob", "bob-tablet");

        Decision decision = RULES.decide(connected(), new Heartbeat(tablet, MediaReport.CONNECTED), LATER);

        assertThat(decision).isEqualTo(new Refused(Refusal.MOVED_ELSEWHERE, connected()));
    }

    @Test
    void renewsTheLeaseWithEachHeartbeat() {
        Call call = after(connected(), new Heartbeat(ALICE, MediaReport.CONNECTED), NOON.plusSeconds(30));
        call = after(call, new Heartbeat(BOB, MediaReport.CONNECTED), NOON.plusSeconds(31));

        assertThat(call.leaseDue(TIMERS)).contains(NOON.plusSeconds(75));
    }

    private static Call joinedByBoth() {
        Call one = after(ongoingWithMeeting(), joined(2, "alice", "a1"), NOON.plusSeconds(6));
        return after(one, joined(3, "bob", "b1"), NOON.plusSeconds(7));
    }

    private static PeerJoined joined(long sequence, String user, String peer) {
        return new PeerJoined(sequence, user, new Peer(peer, "session", NOON.plusSeconds(5)));
    }

    private static PeerLeft left(long sequence, String user, String peer) {
        return new PeerLeft(sequence, user, peer, LATER);
    }

    private static Optional<EndReason> reason(Call call) {
        return call.ending().map(Ending::reason);
    }
}
