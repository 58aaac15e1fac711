package dev.ringline.notification.push.webpush;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.notification.push.outbound.AddressRule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointRuleTest {

    private static final EndpointRule RULE = new EndpointRule(
            List.of("fcm.googleapis.com", "*.notify.windows.com"), AddressRule.publicOr(List.of("localhost:8443")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.googleapis.com/fcm/send/abc",
                "https://fcm.googleapis.com:443/fcm/send/abc",
                "https://FCM.googleapis.com/fcm/send/abc",
                "https://db5p.notify.windows.com/w/?token=abc",
                "https://localhost:8443/push/abc"
            })
    void takesKnownPushServices(String endpoint) {
        assertThat(RULE.problem(endpoint)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            http://fcm.googleapis.com/x                     | must be an https URL
            ftp://fcm.googleapis.com/x                      | must be an https URL
            fcm.googleapis.com                              | must be an https URL
            https:///x                                      | must be an https URL
            https://fcm.googleapis.com:8443/x               | must be at a known push service
            https://fcm.googleapis.com.evil.example/x       | must be at a known push service
            https://evilfcm.googleapis.com/x                | must be at a known push service
            https://notify.windows.com/x                    | must be at a known push service
            https://evilnotify.windows.com/x                | must be at a known push service
            https://push.example/x                          | must be at a known push service
            https://127.0.0.1/x                             | must be at a known push service
            https://[::1]/x                                 | must be at a known push service
            https://169.254.169.254/latest/meta-data        | must be at a known push service
            https://localhost/x                             | must be at a known push service
            https://localhost:8444/x                        | must be at a known push service
            https://fcm.googleapis.com@evil.example/x       | must have neither user nor fragment
            https://user@fcm.googleapis.com/x               | must have neither user nor fragment
            https://fcm.googleapis.com/x#y                  | must have neither user nor fragment
            https://fcm.googleapis.com/a b                  | must be a URL
            https://fcm.googleapis.com\\@evil.example/      | must be a URL
            ''                                              | must be an https URL
            """, delimiter = '|')
    void refusesEverythingElse(String endpoint, String problem) {
        assertThat(RULE.problem(endpoint)).isEqualTo(Optional.of(problem));
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(RULE.problem("https://fcm.googleapis.com/" + "a".repeat(2_048)))
                .contains("must have at most 2048 characters");
    }
}
