package dev.ringline.notification.push;

import java.net.URI;
import java.util.Locale;

/** Where a push goes. None of them ever prints its token. */
public sealed interface PushTarget {

    /** The channel's name in metrics, logs and events. */
    String channel();

    /** Which of Apple's hosts knows a token. */
    enum Environment {
        PRODUCTION,
        SANDBOX;

        /** As registrations and settings name it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public Environment other() {
            return this == PRODUCTION ? SANDBOX : PRODUCTION;
        }
    }

    /**
     * An iPhone that CallKit makes ring.
     *
     * @param token the device's VoIP token, in hexadecimal
     */
    record ApnsVoip(String appId, Environment environment, String token) implements PushTarget {

        @Override
        public String channel() {
            return "apns-voip";
        }

        @Override
        public String toString() {
            return "ApnsVoip[" + appId + ", " + environment.word() + "]";
        }
    }

    /**
     * An ordinary notification on an Apple device.
     *
     * @param token the device's token, in hexadecimal
     */
    record ApnsAlert(String appId, Environment environment, String token) implements PushTarget {

        @Override
        public String channel() {
            return "apns-alert";
        }

        @Override
        public String toString() {
            return "ApnsAlert[" + appId + ", " + environment.word() + "]";
        }
    }

    /** An Android app. */
    record Fcm(String appId, String token) implements PushTarget {

        @Override
        public String channel() {
            return "fcm";
        }

        @Override
        public String toString() {
            return "Fcm[" + appId + "]";
        }
    }

    /**
     * A browser's push subscription.
     *
     * @param endpoint its URL, which is a secret
     * @param p256dh the browser's public key, in base64url
     * @param auth the browser's authentication secret, in base64url
     */
    record WebPush(String endpoint, String p256dh, String auth) implements PushTarget {

        @Override
        public String channel() {
            return "webpush";
        }

        /** With the host alone. */
        @Override
        public String toString() {
            return "WebPush[" + host() + "]";
        }

        private String host() {
            try {
                String host = URI.create(endpoint).getHost();
                return host == null ? "no host" : host.toLowerCase(Locale.ROOT);
            } catch (IllegalArgumentException noUri) {
                return "no URI";
            }
        }
    }
}
