package dev.ringline.notification.http.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.ringline.http.InvalidField;
import dev.ringline.http.ProblemException;
import dev.ringline.notification.rules.device.Credentials;
import dev.ringline.notification.rules.device.Device;
import dev.ringline.notification.rules.device.Environment;
import dev.ringline.notification.rules.device.Platform;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DeviceReadingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    private static final String APNS = "AB".repeat(32);
    private static final String FCM = "c0ffee:".repeat(8);
    private static final String KEYS =
            "{'p256dh':'BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU',"
                    + "'auth':'AAECAwQFBgcICQoLDA0ODw'}";

    private final DeviceReading reading = new DeviceReading(
            "usual",
            endpoint -> endpoint.startsWith("https://push.example/") ? null : "must be at a known push service");

    @Test
    void readsAPhoneOfApple() {
        // When
        Device device =
                read("{'platform':'ios','appId':'app','environment':'sandbox','voipToken':'%s','locale':'de-AT'}"
                        .formatted(APNS));
        // Then
        assertThat(device)
                .isEqualTo(new Device(
                        "phone",
                        Platform.IOS,
                        "app",
                        Environment.SANDBOX,
                        new Credentials(APNS.toLowerCase(java.util.Locale.ROOT), null, null),
                        null,
                        "de-AT",
                        null,
                        NOW,
                        null));
    }

    @Test
    void takesTheUsualAppAndEnvironmentWhereNoneIsNamed() {
        // When
        Device device = read("{'platform':'ios','pushToken':'%s'}".formatted(APNS));
        // Then
        assertThat(device.appId()).isEqualTo("usual");
        assertThat(device.environment()).isEqualTo(Environment.PRODUCTION);
    }

    @Test
    void readsABrowserAsItWritesItself() {
        // When
        Device device = read(web("https://push.example/x"));
        // Then
        assertThat(device.platform()).isEqualTo(Platform.WEB);
        assertThat(device.credentials().subscription()).isNotNull();
    }

    static Stream<Arguments> incomplete() {
        return Stream.of(
                argumentSet("nothing", "{}", "invalid-request", "platform"),
                argumentSet("no token", "{'platform':'ios'}", "invalid-request", "voipToken"),
                argumentSet("no FCM token", "{'platform':'android'}", "invalid-request", "pushToken"),
                argumentSet("no subscription", "{'platform':'web'}", "invalid-request", "subscription"),
                argumentSet(
                        "no keys",
                        "{'platform':'web','subscription':{'endpoint':'https://push.example/'}}",
                        "invalid-request",
                        "subscription.keys"));
    }

    static Stream<Arguments> misplaced() {
        return Stream.of(
                argumentSet(
                        "a subscription on a phone",
                        "{'platform':'ios','voipToken':'%s','subscription':{}}".formatted(APNS),
                        "invalid-request",
                        "subscription"),
                argumentSet(
                        "Apple's fields elsewhere",
                        "{'platform':'android','pushToken':'%s','voipToken':'a'}".formatted(FCM),
                        "invalid-request",
                        "voipToken"),
                argumentSet(
                        "a device id as hardware id",
                        "{'platform':'android','pushToken':'%s','hardwareId':'a b'}".formatted(FCM),
                        "invalid-request",
                        "hardwareId"),
                argumentSet(
                        "no language",
                        "{'platform':'android','pushToken':'%s','locale':'d e'}".formatted(FCM),
                        "invalid-request",
                        "locale"),
                argumentSet(
                        "no app",
                        "{'platform':'android','pushToken':'%s','appId':'../app'}".formatted(FCM),
                        "invalid-request",
                        "appId"));
    }

    static Stream<Arguments> garbage() {
        return Stream.of(
                argumentSet(
                        "a garbage token of Apple",
                        "{'platform':'ios','voipToken':'nonsense'}",
                        "invalid-push-token",
                        "voipToken"),
                argumentSet(
                        "a garbage token of Google",
                        "{'platform':'android','pushToken':'\\u0000'}",
                        "invalid-push-token",
                        "pushToken"),
                argumentSet(
                        "garbage keys",
                        web("https://push.example/x").replace("'BGsX", "'AGsX"),
                        "invalid-subscription",
                        "subscription.keys.p256dh"),
                argumentSet(
                        "a garbage secret",
                        web("https://push.example/x").replace("'AAEC", "'AA"),
                        "invalid-subscription",
                        "subscription.keys.auth"),
                argumentSet(
                        "an endpoint without end",
                        web("https://push.example/" + "x".repeat(3_000)),
                        "invalid-subscription",
                        "subscription.endpoint"));
    }

    @ParameterizedTest
    @MethodSource({"incomplete", "misplaced", "garbage"})
    void saysWhatToCorrect(String body, String code, String field) {
        // When
        var refusal = assertThatThrownBy(() -> read(body));
        // Then
        refusal.isInstanceOfSatisfying(ProblemException.class, thrown -> {
            assertThat(thrown.problem().status()).isEqualTo(400);
            assertThat(thrown.problem().code()).isEqualTo(code);
            assertThat(thrown.problem().errors())
                    .extracting(InvalidField::field)
                    .containsExactly(field);
        });
    }

    @Test
    void leadsNobodyElsewhereThanToPushServices() {
        // When
        var refusal = assertThatThrownBy(() -> read(web("https://127.0.0.1/x")));
        // Then
        refusal.isInstanceOfSatisfying(
                ProblemException.class,
                thrown -> assertThat(thrown.problem().code()).isEqualTo("invalid-subscription"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ä", "a/b"})
    void takesNoDeviceIdThatBreaksTheRules(String deviceId) {
        // Given
        DeviceBody body = body("{'platform':'ios','voipToken':'%s'}".formatted(APNS));
        // When
        var refusal = assertThatThrownBy(() -> reading.read(deviceId, body, NOW));
        // Then
        refusal.isInstanceOfSatisfying(
                ProblemException.class,
                thrown -> assertThat(thrown.problem().errors())
                        .extracting(InvalidField::field)
                        .containsExactly("deviceId"));
    }

    private Device read(String json) {
        return reading.read("phone", body(json), NOW);
    }

    private static DeviceBody body(String json) {
        return JsonMapper.shared().readValue(json.replace('\'', '"'), DeviceBody.class);
    }

    private static String web(String endpoint) {
        return "{'platform':'web','subscription':{'endpoint':'%s','expirationTime':null,'keys':%s}}"
                .formatted(endpoint, KEYS);
    }
}
