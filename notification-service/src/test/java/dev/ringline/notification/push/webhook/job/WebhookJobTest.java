package dev.ringline.notification.push.webhook.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.notification.push.PushResult;
import dev.ringline.notification.rules.webhook.WebhookEvent;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebhookJobTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final PushResult FAILED = new PushResult.Failed("HTTP 500", null);

    private static final WebhookEvent EVENT = new WebhookEvent(
            "e1",
            WebhookEvent.Type.CALL_INITIATED,
            NOON,
            new WebhookEvent.Data.OfCall(
                    "c1", 1, "ringing", "audio", "alice", "bob", "c-1", NOON.plusSeconds(30), null, null, null, null));

    private final WebhookJob job = WebhookJob.first("https://backend.example/hook", EVENT, NOON);

    @Test
    void tellsWhatItWasGiven() {
        assertThat(job.event()).isEqualTo(EVENT);
        assertThat(job.due()).isEqualTo(NOON);
    }

    @Test
    void keepsNothingOfWhatWasTaken() {
        // When
        WebhookJob taken = job.after(new PushResult.Accepted(null), NOON);

        // Then
        assertThat(taken.outcome()).isEqualTo("accepted");
        assertThat(taken.due()).isNull();
        assertThat(taken.call()).isNull();
    }

    @Test
    void waitsLongerEachTime() {
        // When
        WebhookJob second = job.after(FAILED, NOON);
        WebhookJob third = second.after(FAILED, NOON);

        // Then
        assertThat(second.due()).isEqualTo(NOON.plusSeconds(1));
        assertThat(third.due()).isEqualTo(NOON.plusSeconds(2));
        assertThat(third.event()).isEqualTo(EVENT);
    }

    @Test
    void waitsAsLongAsItIsAsked() {
        // When
        WebhookJob next = job.after(new PushResult.Failed("HTTP 429", Duration.ofMinutes(3)), NOON);

        // Then
        assertThat(next.due()).isEqualTo(NOON.plus(Duration.ofMinutes(3)));
    }

    @Test
    void givesUpAfterADay() {
        // When
        WebhookJob late = job.after(FAILED, NOON.plus(Duration.ofHours(24)));

        // Then
        assertThat(late.outcome()).isEqualTo("expired");
        assertThat(late.due()).isNull();
    }

    @Test
    void sendsNothingMoreToWhoWantsNoMore() {
        // When
        WebhookJob gone = job.after(new PushResult.Gone("HTTP 410"), NOON);

        // Then
        assertThat(gone.due()).isNull();
    }
}
