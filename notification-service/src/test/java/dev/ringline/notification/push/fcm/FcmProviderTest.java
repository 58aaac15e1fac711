package dev.ringline.notification.push.fcm;

import static dev.ringline.notification.push.Notices.CALL;
import static dev.ringline.notification.push.Notices.DEADLINE;
import static dev.ringline.notification.push.Notices.DIALLED;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.ringline.notification.AdjustableClock;
import dev.ringline.notification.push.Notices;
import dev.ringline.notification.push.PushNotice;
import dev.ringline.notification.push.PushProperties;
import dev.ringline.notification.push.PushProvider.Attempt.Ready;
import dev.ringline.notification.push.PushProvider.Attempt.Settled;
import dev.ringline.notification.push.PushResult;
import dev.ringline.notification.push.PushResult.Accepted;
import dev.ringline.notification.push.PushResult.Failed;
import dev.ringline.notification.push.PushResult.Gone;
import dev.ringline.notification.push.PushResult.Refused;
import dev.ringline.notification.push.PushSchemas;
import dev.ringline.notification.push.PushTarget.Fcm;
import dev.ringline.notification.push.fcm.FcmProperties.App;
import dev.ringline.notification.push.outbound.AddressRule;
import dev.ringline.notification.push.outbound.OutboundHttp;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FcmProviderTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Fcm PHONE = new Fcm(Google.APP, "registration-token");

    @TempDir
    private Path folder;

    private final Google google = new Google();

    @AfterEach
    void close() {
        google.close();
    }

    @Test
    void aRingIsDataOfHighPriorityThatLivesAsLongAsTheRing() {
        // When
        PushResult result = send(Notices.ring(), DIALLED.plusMillis(1_500));
        // Then
        assertThat(result).isEqualTo(new Accepted("projects/p/messages/0:1"));
        Google.Sent sent = google.sent().getFirst();
        assertThat(sent.path()).isEqualTo("/v1/projects/demo-project/messages:send");
        assertThat(sent.authorization()).isEqualTo("Bearer token-1");
        JsonNode message = JSON.readTree(sent.body()).path("message");
        assertThat(message.propertyNames()).containsExactlyInAnyOrder("token", "data", "android");
        assertThat(message.path("token").asString()).isEqualTo("registration-token");
        assertThat(message.path("android"))
                .isEqualTo(JSON.readTree(
                        "{\"priority\":\"high\",\"ttl\":\"28s\",\"collapse_key\":\"%s\"}".formatted(CALL)));
        assertThat(PushSchemas.errors("fcm", message.path("data").toString())).isEmpty();
        assertThat(message.at("/data/ringRemainingMs").asString()).isEqualTo("28500");
    }

    @ParameterizedTest
    @MethodSource
    void whateverIsSentKeepsTheContract(PushNotice notice) {
        // When
        PushResult result = send(notice, DIALLED);
        // Then
        assertThat(result).isInstanceOf(Accepted.class);
        JsonNode data = JSON.readTree(google.sent().getFirst().body()).at("/message/data");
        assertThat(PushSchemas.errors("fcm", data.toString())).isEmpty();
    }

    static Stream<PushNotice> whateverIsSentKeepsTheContract() {
        return Stream.of(Notices.ring(), Notices.call(), Notices.stop(), Notices.missed())
                .flatMap(notice -> Stream.of(notice, notice.contentFree()));
    }

    @Test
    void aRingTellsWhatIsLeftOfItOnceThereIsAToken() {
        // Given
        AdjustableClock clock = new AdjustableClock(DIALLED);
        google.beforeAToken(() -> clock.advance(Duration.ofSeconds(4)));
        // When
        send(provider(clock, List.of(google.app(folder))), Notices.ring());
        // Then
        JsonNode message = JSON.readTree(google.sent().getFirst().body());
        assertThat(message.at("/message/data/ringRemainingMs").asString()).isEqualTo("26000");
        assertThat(message.at("/message/android/ttl").asString()).isEqualTo("26s");
    }

    @Test
    void aRingWhoseTimeIsOverWhenThereIsATokenIsNotSent() {
        // Given
        AdjustableClock clock = new AdjustableClock(DIALLED);
        google.beforeAToken(() -> clock.advance(Duration.between(DIALLED, DEADLINE)));
        // When
        PushResult result = send(provider(clock, List.of(google.app(folder))), Notices.ring());
        // Then
        assertThat(result).isEqualTo(new Failed("its time is over", null));
        assertThat(google.sent()).isEmpty();
    }

    @Test
    void aRingNearItsEndIsDeliveredNowOrNever() {
        // When
        send(Notices.ring(), DEADLINE.minusMillis(1));
        // Then
        JsonNode message = JSON.readTree(google.sent().getFirst().body());
        assertThat(message.at("/message/android/ttl").asString()).isEqualTo("0s");
    }

    @Test
    void theServiceAccountProvesItselfOnceForManyPushes() throws Exception {
        // Given
        FcmProvider provider = provider(DIALLED, List.of(google.app(folder)));
        // When
        List<PushResult> results =
                Stream.generate(() -> send(provider, Notices.ring())).limit(3).toList();
        // Then
        assertThat(results).hasOnlyElementsOfType(Accepted.class);
        String form = URLDecoder.decode(google.assertions().getFirst(), StandardCharsets.UTF_8);
        SignedJWT assertion = SignedJWT.parse(form.replaceAll(".*assertion=([^&]*).*", "$1"));
        assertThat(assertion.verify(
                        new RSASSAVerifier((RSAPublicKey) Google.keys().getPublic())))
                .isTrue();
        assertThat(assertion.getJWTClaimsSet().getStringClaim("scope"))
                .isEqualTo("https://www.googleapis.com/auth/firebase.messaging");
        assertThat(google.assertions()).hasSize(1);
    }

    @Test
    void aTokenThatIsNotTakenIsRefreshedOnce() {
        // Given
        google.refusing(401, Map.of(), "THIRD_PARTY_AUTH_ERROR");
        // When
        PushResult result = send(Notices.ring(), DIALLED);
        // Then
        assertThat(result).isInstanceOf(Accepted.class);
        assertThat(google.sent().stream().map(Google.Sent::authorization))
                .containsExactly("Bearer token-1", "Bearer token-2");
    }

    @Test
    void aSecondTokenThatIsNotTakenEndsTheAttempt() {
        // Given
        google.answeringText(401, "{}").answeringText(401, "{}");
        // When
        PushResult result = send(Notices.ring(), DIALLED);
        // Then
        assertThat(result).isEqualTo(new Failed("HTTP 401", null));
        assertThat(google.sent()).hasSize(2);
    }

    @Test
    void anAppThatWasRemovedIsGone() {
        // Given
        google.refusing(404, Map.of(), "UNREGISTERED");
        // When
        PushResult result = send(Notices.ring(), DIALLED);
        // Then
        assertThat(result).isEqualTo(new Gone("UNREGISTERED"));
    }

    @Test
    void garbageInThePlaceOfATokenIsGone() {
        // Given
        google.answering(400, Map.of(), """
                [{"@type":"type.googleapis.com/google.rpc.BadRequest",
                  "fieldViolations":[{"field":"message.token","description":"Invalid registration token"}]}]""");
        // When
        PushResult result = send(Notices.ring(), DIALLED);
        // Then
        assertThat(result).isInstanceOf(Gone.class);
    }

    @Test
    void aProjectThatIsNotThereCostsNobodyItsToken() {
        // Given
        google.answeringText(404, "<html>Not found</html>");
        // When
        PushResult result = send(Notices.ring(), DIALLED);
        // Then
        assertThat(result).isEqualTo(new Refused("HTTP 404"));
    }

    @Test
    void aTokenOfAnotherSenderIsRefused() {
        // Given
        google.refusing(403, Map.of(), "SENDER_ID_MISMATCH");
        // When
        PushResult result = send(Notices.ring(), DIALLED);
        // Then
        assertThat(result).isEqualTo(new Refused("SENDER_ID_MISMATCH"));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void whatIsTooMuchOrBrokenMayBeTriedAgainWhenGoogleSays(int status) {
        // Given
        google.refusing(status, Map.of("Retry-After", "12"), "QUOTA_EXCEEDED");
        // When
        PushResult result = send(Notices.ring(), DIALLED);
        // Then
        assertThat(result).isEqualTo(new Failed("QUOTA_EXCEEDED", Duration.ofSeconds(12)));
    }

    @Test
    void withoutAnAccessTokenNothingIsSent() {
        // Given
        google.refusingAccount();
        // When
        PushResult result = send(Notices.ring(), DIALLED);
        // Then
        assertThat(result)
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).startsWith("no access token"));
        assertThat(google.sent()).isEmpty();
    }

    @Test
    void withoutAnAccountTheChannelIsOff() {
        // When
        PushResult none = send(provider(DIALLED, List.of()), Notices.ring());
        // Then
        assertThat(none).isEqualTo(new Refused("fcm is not configured"));
    }

    private PushResult send(PushNotice notice, Instant now) {
        return send(provider(now, List.of(google.app(folder))), notice);
    }

    private PushResult send(FcmProvider provider, PushNotice notice) {
        return switch (provider.attempt(PHONE, notice)) {
            case Settled(PushResult result) -> result;
            case Ready ready -> ready.request().get().join();
        };
    }

    private FcmProvider provider(Instant now, List<App> apps) {
        return provider(InstantSource.fixed(now), apps);
    }

    private FcmProvider provider(InstantSource clock, List<App> apps) {
        var settings = new FcmProperties(apps, google.url());
        var http = new OutboundHttp(
                new PushProperties(Duration.ofSeconds(20), 256, null, false),
                AddressRule.publicOr(List.of(google.url().getAuthority())),
                clock);
        return new FcmProvider(settings, http, clock);
    }
}
