package dev.ringline.notification.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.notification.push.PushTarget.ApnsAlert;
import dev.ringline.notification.push.PushTarget.ApnsVoip;
import dev.ringline.notification.push.PushTarget.Environment;
import dev.ringline.notification.push.PushTarget.Fcm;
import dev.ringline.notification.push.PushTarget.WebPush;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PushTargetTest {

    @ParameterizedTest
    @MethodSource
    void noTargetPrintsItsToken(PushTarget target) {
        assertThat(target.toString())
                .doesNotContain("secret")
                .startsWith(target.getClass().getSimpleName());
    }

    static Stream<PushTarget> noTargetPrintsItsToken() {
        return Stream.of(
                new ApnsVoip("dev.ringline.app", Environment.PRODUCTION, "secret"),
                new ApnsAlert("dev.ringline.app", Environment.SANDBOX, "secret"),
                new Fcm("dev.ringline.app", "secret"),
                new WebPush("https://push.example/secret", "secret", "secret"),
                new WebPush("not a URI: secret", "secret", "secret"));
    }

    @Test
    void eachEnvironmentOfAppleHasAnother() {
        assertThat(Environment.PRODUCTION.other()).isEqualTo(Environment.SANDBOX);
        assertThat(Environment.SANDBOX.other()).isEqualTo(Environment.PRODUCTION);
    }
}
