package dev.ringline.notification.push.job;

import dev.ringline.notification.push.PushKind;
import dev.ringline.notification.push.PushTarget;
import dev.ringline.notification.push.PushTarget.Environment;
import dev.ringline.notification.rules.device.Credentials;
import dev.ringline.notification.rules.device.Device;
import dev.ringline.notification.rules.device.Subscription;
import java.util.Optional;

/** Where to send what. */
final class Targets {

    private Targets() {}

    /**
     * Where to send this kind of notice.
     *
     * @param otherHost to Apple's other environment
     * @return empty if the device has no token for it
     */
    static Optional<PushTarget> of(Device device, PushKind kind, boolean otherHost) {
        Credentials credentials = device.credentials();
        return switch (device.platform()) {
            case IOS -> apple(device, kind, otherHost);
            case ANDROID ->
                Optional.ofNullable(credentials.pushToken()).map(token -> new PushTarget.Fcm(device.appId(), token));
            case WEB -> Optional.ofNullable(credentials.subscription()).map(Targets::browser);
        };
    }

    /** The name of the channel that carries this kind of notice there, whether or not there is a token for it. */
    static String channel(Device device, PushKind kind) {
        return switch (device.platform()) {
            case IOS -> kind == PushKind.RING ? "apns-voip" : "apns-alert";
            case ANDROID -> "fcm";
            case WEB -> "webpush";
        };
    }

    /** The token or endpoint itself, whose hash the registration is found by. */
    static String token(PushTarget target) {
        return switch (target) {
            case PushTarget.ApnsVoip voip -> voip.token();
            case PushTarget.ApnsAlert alert -> alert.token();
            case PushTarget.Fcm fcm -> fcm.token();
            case PushTarget.WebPush web -> web.endpoint();
        };
    }

    /** Which of Apple's environments it is, as registrations have it; empty for others. */
    static Optional<dev.ringline.notification.rules.device.Environment> environment(PushTarget target) {
        return switch (target) {
            case PushTarget.ApnsVoip voip -> Optional.of(asRegistered(voip.environment()));
            case PushTarget.ApnsAlert alert -> Optional.of(asRegistered(alert.environment()));
            case PushTarget.Fcm _, PushTarget.WebPush _ -> Optional.empty();
        };
    }

    private static dev.ringline.notification.rules.device.Environment asRegistered(Environment host) {
        return switch (host) {
            case PRODUCTION -> dev.ringline.notification.rules.device.Environment.PRODUCTION;
            case SANDBOX -> dev.ringline.notification.rules.device.Environment.SANDBOX;
        };
    }

    private static Optional<PushTarget> apple(Device device, PushKind kind, boolean otherHost) {
        Credentials credentials = device.credentials();
        Environment registered = device.environment() == dev.ringline.notification.rules.device.Environment.SANDBOX
                ? Environment.SANDBOX
                : Environment.PRODUCTION;
        Environment host = otherHost ? registered.other() : registered;
        return switch (kind) {
            case RING ->
                Optional.ofNullable(credentials.voipToken())
                        .map(token -> new PushTarget.ApnsVoip(device.appId(), host, token));
            case STOP -> Optional.empty();
            case CALL, MISSED ->
                Optional.ofNullable(credentials.pushToken())
                        .map(token -> new PushTarget.ApnsAlert(device.appId(), host, token));
        };
    }

    private static PushTarget browser(Subscription subscription) {
        return new PushTarget.WebPush(subscription.endpoint(), subscription.p256dh(), subscription.auth());
    }
}
