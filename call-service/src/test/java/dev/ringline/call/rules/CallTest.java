package dev.ringline.call.rules;

import static dev.ringline.call.rules.CallFixtures.ALICE;
import static dev.ringline.call.rules.CallFixtures.ALICE_TABLET;
import static dev.ringline.call.rules.CallFixtures.BOB;
import static dev.ringline.call.rules.CallFixtures.BOB_TABLET;
import static dev.ringline.call.rules.CallFixtures.NOON;
import static dev.ringline.call.rules.CallFixtures.after;
import static dev.ringline.call.rules.CallFixtures.connected;
import static dev.ringline.call.rules.CallFixtures.ended;
import static dev.ringline.call.rules.CallFixtures.meeting;
import static dev.ringline.call.rules.CallFixtures.ongoing;
import static dev.ringline.call.rules.CallFixtures.ongoingWithMeeting;
import static dev.ringline.call.rules.CallFixtures.ringing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.call.JoinGrant.Token;
import dev.ringline.call.rules.CallCommand.AcceptMeeting;
import dev.ringline.call.rules.CallCommand.End;
import dev.ringline.call.rules.Meeting.Seat;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CallTest {

    private static final Instant SOON = NOON.plusSeconds(10);

    @Test
    void seatsOnlyTheHoldingDeviceOfEachSide() {
        Call call = ongoingWithMeeting();

        assertThat(call.seatFor(ALICE, SOON)).map(Seat::userId).contains("alice");
        assertThat(call.seatFor(BOB, SOON)).map(Seat::userId).contains("bob");
        assertThat(call.seatFor(ALICE_TABLET, SOON)).isEmpty();
        assertThat(call.seatFor(BOB_TABLET, SOON)).isEmpty();
    }

    @Test
    void seatsNobodyOnTheCalleesSideBeforeTheAnswer() {
        Call call = after(ringing(), new AcceptMeeting(1, meeting()), SOON);

        assertThat(call.seatFor(BOB, SOON)).isEmpty();
        assertThat(call.seatFor(ALICE, SOON)).isPresent();
    }

    @Test
    void seatsNobodyWithoutAMeetingOrAfterTheEndOrTheTokensExpiry() {
        assertThat(ongoing().seatFor(ALICE, SOON)).isEmpty();
        assertThat(ended().seatFor(ALICE, SOON)).isEmpty();
        assertThat(ongoingWithMeeting().seatFor(ALICE, NOON.plus(Duration.ofDays(1))))
                .isEmpty();
    }

    @Test
    void waitsForTheMeetingFirstThenForMediaAndForTheLongestCallLast() {
        assertThat(ongoing().nextDeadline()).contains(NOON.plusSeconds(9));
        assertThat(ongoingWithMeeting().nextDeadline()).contains(NOON.plusSeconds(49));
        assertThat(connected().nextDeadline()).contains(NOON.plusSeconds(4).plus(Duration.ofHours(4)));
        assertThat(ended().nextDeadline()).isEmpty();
    }

    @Test
    void countsTheDurationFromTheAnswer() {
        assertThat(ended().duration()).hasSeconds(60);
        assertThat(after(ringing(), new End(ALICE), SOON).duration()).isZero();
    }

    @Test
    void printsNoToken() {
        assertThat(new Token("eyJ-secret")).hasToString("Token[redacted]");
    }
}
