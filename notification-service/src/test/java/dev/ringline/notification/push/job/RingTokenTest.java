package dev.ringline.notification.push.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.notification.Story;
import dev.ringline.notification.rules.device.Registrations;
import org.junit.jupiter.api.Test;

class RingTokenTest {

    private final PhoneWorld world = new PhoneWorld();
    private final Story story = Story.begin();

    @Test
    void givesARingATokenOfItsOwnAndNothingElse() {
        // Given
        world.with(Registrations.android("phone", "token-1"));

        // When
        world.tell(story.initiated());
        world.tell(story.cancelled());

        // Then
        String token = PhoneWorld.token("bob", "phone", story.callId(), Story.DIALLED.plus(Story.RING_TIME));
        assertThat(world.sent).extracting(sent -> sent.notice().ringToken()).containsExactly(token, null);
    }
}
