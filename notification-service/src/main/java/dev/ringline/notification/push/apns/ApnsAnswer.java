package dev.ringline.notification.push.apns;

import com.eatthepath.pushy.apns.PushNotificationResponse;
import dev.ringline.notification.push.PushResult;
import dev.ringline.notification.push.PushResult.Accepted;
import dev.ringline.notification.push.PushResult.Failed;
import dev.ringline.notification.push.PushResult.Gone;
import dev.ringline.notification.push.PushResult.OtherHost;
import dev.ringline.notification.push.PushResult.Refused;
import java.time.Duration;

/** Makes one result of what Apple answered, or of no answer. */
final class ApnsAnswer {

    /** Apple says that it is too much, but not for how long. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final int GONE = 410;
    private static final int TOO_MANY = 429;

    private ApnsAnswer() {}

    static PushResult read(PushNotificationResponse<?> response) {
        if (response.isAccepted()) {
            return new Accepted(String.valueOf(response.getApnsId()));
        }
        int status = response.getStatusCode();
        String reason = response.getRejectionReason().orElse("HTTP " + status);
        if (reason.equals("BadDeviceToken")) {
            return new OtherHost();
        }
        if (status == GONE) {
            return new Gone(reason);
        }
        return status == TOO_MANY || status / 100 == 5 ? new Failed(reason, PAUSE) : new Refused(reason);
    }

    static PushResult failed(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return new Failed("no answer from Apple: " + cause.getClass().getSimpleName(), null);
    }
}
