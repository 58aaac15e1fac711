package dev.ringline.notification.push;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The channels as the service wires them, and nothing else of it. */
final class PushContext {

    private PushContext() {}

    static ApplicationContextRunner at(InstantSource clock) {
        return new ApplicationContextRunner()
                .withBean(InstantSource.class, () -> clock)
                .withBean(SimpleMeterRegistry.class)
                .withUserConfiguration(Stream.of(
                                "PushConfiguration",
                                "apns.ApnsConfiguration",
                                "fcm.FcmConfiguration",
                                "webpush.WebPushConfiguration",
                                "webhook.WebhookConfiguration")
                        .map(PushContext::configuration)
                        .toArray(Class<?>[]::new));
    }

    private static Class<?> configuration(String name) {
        try {
            return Class.forName(PushContext.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
