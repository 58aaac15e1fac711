package dev.ringline.notification.push.webpush;

import dev.ringline.notification.push.PushResult;
import dev.ringline.notification.push.PushResult.Accepted;
import dev.ringline.notification.push.PushResult.Failed;
import dev.ringline.notification.push.PushResult.Gone;
import dev.ringline.notification.push.PushResult.Refused;
import dev.ringline.notification.push.outbound.Reply;
import dev.ringline.notification.push.outbound.Reply.Answer;
import dev.ringline.notification.push.outbound.Reply.ForbiddenAddress;
import dev.ringline.notification.push.outbound.Reply.NoAnswer;

/** Makes one result of what a push service answered (RFC 8030). */
final class WebPushAnswer {

    private WebPushAnswer() {}

    static PushResult read(Reply reply) {
        return switch (reply) {
            case Answer answer -> read(answer);
            case NoAnswer(String reason) -> new Failed(reason, null);
            case ForbiddenAddress _ -> new Refused("the endpoint is not at a public address");
        };
    }

    private static PushResult read(Answer answer) {
        String status = "HTTP " + answer.status();
        if (answer.isSuccess()) {
            return new Accepted(null);
        }
        if (answer.status() == 404 || answer.status() == 410) {
            return new Gone(status);
        }
        return answer.isTemporary() ? new Failed(status, answer.retryAfter()) : new Refused(status);
    }
}
