package dev.ringline.notification.push;

import static dev.ringline.notification.push.Notices.DIALLED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.notification.push.PushResult.Refused;
import dev.ringline.notification.push.PushTarget.ApnsVoip;
import dev.ringline.notification.push.PushTarget.Environment;
import dev.ringline.notification.push.PushTarget.Fcm;
import dev.ringline.notification.push.PushTarget.WebPush;
import dev.ringline.notification.push.webhook.Webhooks;
import dev.ringline.notification.rules.webhook.WebhookEvent.Type;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PushConfigurationTest {

    private final ApplicationContextRunner service = PushContext.at(InstantSource.fixed(DIALLED));

    @TempDir
    private Path folder;

    @Test
    void withoutCredentialsEveryChannelIsOffAndTheServiceStarts() {
        service.run(context -> {
            // Given
            PushChannel channel = context.getBean(PushChannel.class);
            // When
            Stream<PushResult> results = Stream.of(
                            new ApnsVoip("app", Environment.PRODUCTION, "token"),
                            new Fcm("app", "token"),
                            new WebPush("https://fcm.googleapis.com/x", "key", "auth"))
                    .map(target -> channel.send(target, Notices.ring()).join());
            // Then
            assertThat(results)
                    .containsExactly(
                            new Refused("apns is not configured"),
                            new Refused("fcm is not configured"),
                            new Refused("webpush is not configured"));
            assertThat(context.getBean(Webhooks.class).endpointsFor(Type.CALL_ENDED))
                    .isEmpty();
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            ringline.push.time-limit=10ms                     | ringline.push.time-limit: PT0.01S (expected: PT0.1S to PT1M)
            ringline.push.most-at-once-per-host=0             | ringline.push.most-at-once-per-host: 0 (expected: at least 1)
            ringline.push.trusted-certificates-file=/none     | ringline.push.trusted-certificates-file names a file that cannot be read: /none
            ringline.push.apns.sandbox-host=apple             | ringline.push.apns.sandbox-host must be host:port
            ringline.push.apns.keys[0].app-id=app             | ringline.push.apns.keys[].team-id must be ten capital letters and digits
            ringline.push.fcm.base-url=http://fcm.example     | ringline.push.fcm.base-url must be https (http only for localhost), without a path
            ringline.push.fcm.apps[0].app-id=app              | ringline.push.fcm.apps[].service-account-file cannot be read: null
            ringline.push.webpush.hosts=*                     | ringline.push.webpush.hosts must be names in lower case, such as *.push.example
            ringline.push.webpush.public-key-file=/none       | ringline.push.webpush.private-key-file and public-key-file go together
            ringline.webhooks.endpoints[0].events=call.ended  | ringline.webhooks.endpoints[].url must be a URL with a host and without a user
            ringline.webhooks.local-endpoints=localhost       | ringline.webhooks.local-endpoints must be host:port in lower case
            """, delimiter = '|')
    void aBadValueStopsTheStartWithOneSentence(String setting, String sentence) {
        service.withPropertyValues(setting)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage(sentence));
    }

    @Test
    void webhooksAreReadFromTheSettings() {
        // Given
        String secret = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
        service.withPropertyValues(
                        "ringline.webhooks.endpoints[0].url=https://backend.example/hook",
                        "ringline.webhooks.endpoints[0].secret-file=" + Pem.file(folder, "secret", secret),
                        "ringline.webhooks.endpoints[0].events=call.ended,message.created")
                .run(context -> {
                    // When
                    var told = context.getBean(Webhooks.class).endpointsFor(Type.MESSAGE_CREATED);
                    // Then
                    assertThat(told).containsExactly("https://backend.example/hook");
                });
    }
}
