package dev.ringline.meeting;

import static dev.ringline.meeting.Fixtures.CALL;
import static dev.ringline.meeting.Fixtures.DIALLED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.meeting.Progress.Gathering;
import dev.ringline.meeting.Progress.Over;
import dev.ringline.meeting.Progress.Requested;
import dev.ringline.meeting.RingingCall.MeetingMedia;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class CallRequestsTest {

    private final RememberedProvisionings provisionings = new RememberedProvisionings();
    private final CallRequests requests = new CallRequests(
            provisionings, (seen, received) -> received >= seen, Fixtures.DEADLINES, InstantSource.fixed(DIALLED));

    @Test
    void makesAJobOfACallThatRings() {
        // When
        requests.initiated(CALL, 1);

        // Then
        assertThat(current().progress()).isEqualTo(new Requested());
        assertThat(provisionings.armed()).containsExactly(current());
    }

    @Test
    void startsNothingAnewWhenTheRingIsToldAgain() {
        // Given
        requests.initiated(CALL, 1);
        provisionings.store(current().meetingCreated("meeting-1", DIALLED));

        // When
        requests.initiated(CALL, 1);

        // Then
        assertThat(current().progress()).isInstanceOf(Gathering.class);
    }

    @Test
    void makesNoJobOfACallWhoseRingIsOver() {
        // Given
        RingingCall past = new RingingCall(
                "call-1", "alice", "bob", MeetingMedia.AUDIO, DIALLED.minusSeconds(60), DIALLED.minusSeconds(30));

        // When
        requests.initiated(past, 1);

        // Then
        assertThat(provisionings.find("call-1")).isEmpty();
    }

    @Test
    void neverServesACallWhoseEndWasSeenFirst() {
        // Given
        requests.ended(CALL, 4);

        // When
        requests.initiated(CALL, 1);

        // Then
        assertThat(current().progress()).isEqualTo(new Over(CALL.ringDeadline()));
        assertThat(provisionings.armed()).isEmpty();
    }

    @Test
    void sharpensTheDeadlineWhenTheCallIsAnswered() {
        // Given
        requests.initiated(CALL, 1);

        // When
        requests.answered("call-1", DIALLED.plusSeconds(1), 3);

        // Then
        assertThat(current().giveUpAt()).isEqualTo(DIALLED.plusSeconds(5));
    }

    @Test
    void ignoresAnAnswerOfACallThatItDoesNotKnow() {
        // When
        requests.answered("call-1", DIALLED, 3);

        // Then
        assertThat(provisionings.find("call-1")).isEmpty();
    }

    @Test
    void makesTheMeetingsEndDueWhenTheCallEnds() {
        // Given
        requests.initiated(CALL, 1);
        provisionings.store(current().meetingCreated("meeting-1", DIALLED));

        // When
        requests.ended(CALL, 4);

        // Then
        assertThat(current().toClose()).containsExactly("meeting-1");
        assertThat(provisionings.armed()).contains(current());
    }

    @Test
    void dropsAnAnswerThatComesAfterTheEnd() {
        // Given
        requests.initiated(CALL, 1);
        requests.ended(CALL, 4);

        // When
        requests.answered("call-1", DIALLED.plusSeconds(1), 3);

        // Then
        assertThat(current().progress()).isEqualTo(new Over(DIALLED));
        assertThat(current().giveUpAt()).isEqualTo(DIALLED.plusSeconds(15));
    }

    private Provisioning current() {
        return provisionings.find("call-1").orElseThrow();
    }
}
