package dev.ringline.notification.push.apns;

import com.eatthepath.pushy.apns.ApnsClient;
import com.eatthepath.pushy.apns.ApnsPushNotification;
import com.eatthepath.pushy.apns.DeliveryPriority;
import com.eatthepath.pushy.apns.PushType;
import com.eatthepath.pushy.apns.util.SimpleApnsPushNotification;
import dev.ringline.notification.push.PushKind;
import dev.ringline.notification.push.PushNotice;
import dev.ringline.notification.push.PushProvider;
import dev.ringline.notification.push.PushResult;
import dev.ringline.notification.push.PushResult.Gone;
import dev.ringline.notification.push.PushTarget;
import dev.ringline.notification.push.PushTarget.ApnsAlert;
import dev.ringline.notification.push.PushTarget.ApnsVoip;
import dev.ringline.notification.push.PushTarget.Environment;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * Apple's rules: a VoIP push must make the phone ring, so only a ring is one; nothing cancels it by push. What is to be
 * seen and not to ring is an alert.
 */
final class ApnsProvider implements PushProvider {

    private static final Pattern TOKEN = Pattern.compile("[0-9a-fA-F]{64,200}");

    private final ApnsClients clients;
    private final ApnsPayload payloads;
    private final InstantSource clock;

    ApnsProvider(ApnsClients clients, ApnsPayload payloads, InstantSource clock) {
        this.clients = clients;
        this.payloads = payloads;
        this.clock = clock;
    }

    @Override
    public Attempt attempt(PushTarget target, PushNotice notice) {
        return switch (target) {
            case ApnsVoip voip -> voip(voip, notice);
            case ApnsAlert alert -> alert(alert, notice);
            default -> throw new IllegalArgumentException("Not for Apple: " + target);
        };
    }

    private Attempt voip(ApnsVoip target, PushNotice notice) {
        if (notice.kind() != PushKind.RING) {
            return Attempt.refused("a VoIP push can only ring");
        }
        return ready(
                target.appId(),
                target.environment(),
                new SimpleApnsPushNotification(
                        target.token(),
                        target.appId() + ".voip",
                        payloads.voip(notice, clock.instant()),
                        notice.deadline(),
                        DeliveryPriority.IMMEDIATE,
                        PushType.VOIP,
                        notice.callId()));
    }

    private Attempt alert(ApnsAlert target, PushNotice notice) {
        if (notice.kind() == PushKind.STOP) {
            return Attempt.refused("Apple devices get no stop by push");
        }
        return ready(
                target.appId(),
                target.environment(),
                new SimpleApnsPushNotification(
                        target.token(),
                        target.appId(),
                        payloads.alert(notice, clock.instant()),
                        notice.deadline(),
                        DeliveryPriority.IMMEDIATE,
                        PushType.ALERT,
                        notice.callId()));
    }

    private Attempt ready(String appId, Environment environment, ApnsPushNotification push) {
        ApnsClient client = clients.of(appId, environment);
        if (client == null) {
            return Attempt.refused(
                    clients.areNone() ? "apns is not configured" : "apns is not configured for the app " + appId);
        }
        if (!TOKEN.matcher(push.getToken()).matches()) {
            return new Attempt.Settled(new Gone("it is no device token"));
        }
        return new Attempt.Ready(clients.host(environment), () -> sent(client, push));
    }

    private static CompletableFuture<PushResult> sent(ApnsClient client, ApnsPushNotification push) {
        return client.sendNotification(push)
                .<PushResult>thenApply(ApnsAnswer::read)
                .exceptionally(ApnsAnswer::failed);
    }
}
