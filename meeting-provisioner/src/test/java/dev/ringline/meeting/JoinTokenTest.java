package dev.ringline.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.meeting.MeetingProvider.JoinToken;
import dev.ringline.meeting.MeetingProvider.NewParticipant;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JoinTokenTest {

    @Test
    void printsNothingOfItself() {
        // Given
        NewParticipant participant = new NewParticipant("p-1", new JoinToken("eyJ-secret", Instant.EPOCH));

        // When
        String printed = participant.toString();

        // Then
        assertThat(printed).contains("redacted").doesNotContain("eyJ", "secret");
    }
}
