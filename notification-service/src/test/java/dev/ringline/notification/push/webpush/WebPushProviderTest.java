package dev.ringline.notification.push.webpush;

import static dev.ringline.notification.push.Notices.DIALLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.ringline.notification.push.Notices;
import dev.ringline.notification.push.Pem;
import dev.ringline.notification.push.PushNotice;
import dev.ringline.notification.push.PushProvider;
import dev.ringline.notification.push.PushProvider.Attempt;
import dev.ringline.notification.push.PushProvider.Attempt.Ready;
import dev.ringline.notification.push.PushProvider.Attempt.Settled;
import dev.ringline.notification.push.PushResult;
import dev.ringline.notification.push.PushResult.Accepted;
import dev.ringline.notification.push.PushResult.Failed;
import dev.ringline.notification.push.PushResult.Gone;
import dev.ringline.notification.push.PushResult.Refused;
import dev.ringline.notification.push.PushSchemas;
import dev.ringline.notification.push.PushTarget.WebPush;
import dev.ringline.notification.push.outbound.AddressRule;
import dev.ringline.notification.push.outbound.Names;
import dev.ringline.notification.push.outbound.OutboundHttp;
import dev.ringline.notification.push.outbound.TlsServer;
import dev.ringline.notification.push.outbound.TlsServer.Request;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebPushProviderTest {

    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final int MANY = 300;
    private static final KeyPair KEYS = Pem.p256();

    @TempDir
    private Path folder;

    private final Browser browser = Browser.open();

    @Test
    void aRingIsUrgentAndLivesAsLongAsTheRing() {
        // Given
        try (TlsServer service = TlsServer.answering(201)) {
            // When
            PushResult result = send(service, Notices.ring());
            // Then
            assertThat(result).isInstanceOf(Accepted.class);
            Request request = service.requests().getFirst();
            assertThat(request.path()).isEqualTo("/push/abc");
            assertThat(request.headers().get("TTL")).isEqualTo("30");
            assertThat(request.headers().get("Urgency")).isEqualTo("high");
            assertThat(request.headers().get("Content-Encoding")).isEqualTo("aes128gcm");
            assertThat(request.headers().get("Topic")).matches("[A-Za-z0-9_-]{32}");
        }
    }

    @ParameterizedTest
    @MethodSource
    void theBrowserReadsWhatTheContractSays(PushNotice notice) throws GeneralSecurityException {
        // Given
        try (TlsServer service = TlsServer.answering(201)) {
            // When
            send(service, notice);
            // Then
            String data = browser.decrypted(service.requests().getFirst().body());
            assertThat(PushSchemas.errors("webpush", data)).isEmpty();
            assertThat(data).contains("\"kind\":\"" + notice.kind().word() + "\"");
        }
    }

    static Stream<PushNotice> theBrowserReadsWhatTheContractSays() {
        return Stream.of(Notices.ring(), Notices.call(), Notices.stop(), Notices.missed())
                .flatMap(notice -> Stream.of(notice, notice.contentFree()));
    }

    @Test
    void theBrowserReadsEachOfManyThatWereEncryptedAtOnce() {
        // Given
        try (TlsServer service = TlsServer.answering(201);
                OutboundHttp http = http(service)) {
            var provider = new WebPushProvider(vapid(), rule(service), http, InstantSource.fixed(DIALLED));
            WebPush target = browser.subscribedAt(endpoint(service));
            // When
            List<Attempt> attempts = IntStream.range(0, MANY)
                    .parallel()
                    .mapToObj(_ -> provider.attempt(target, Notices.ring()))
                    .toList();
            // Then
            attempts.forEach(WebPushProviderTest::result);
            assertThat(service.requests())
                    .hasSize(MANY)
                    .allSatisfy(request ->
                            assertThat(browser.decrypted(request.body())).contains("\"kind\":\"ring\""));
        }
    }

    @Test
    void leavesThePushServiceNoDoubtOfWhereTheRecordEnds() {
        // Given
        try (TlsServer service = TlsServer.answering(201)) {
            // When
            send(service, Notices.ring());
            // Then
            byte[] body = service.requests().getFirst().body();
            assertThat(ByteBuffer.wrap(body).getInt(16)).isEqualTo(4096).isGreaterThan(body.length);
        }
    }

    @Test
    void noOtherBrowserReadsIt() {
        // Given
        try (TlsServer service = TlsServer.answering(201)) {
            // When
            send(service, Notices.ring());
            // Then
            byte[] body = service.requests().getFirst().body();
            assertThatThrownBy(() -> Browser.open().decrypted(body)).isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Test
    void thePushServiceCanTellWhoSends() throws Exception {
        // Given
        try (TlsServer service = TlsServer.answering(201)) {
            // When
            send(service, Notices.ring());
            // Then
            String authorization = service.requests().getFirst().headers().get("Authorization");
            byte[] key = Base64.getUrlDecoder().decode(part(authorization, "k"));
            SignedJWT token = SignedJWT.parse(part(authorization, "t"));
            assertThat(token.verify(new ECDSAVerifier(Browser.publicKey(key)))).isTrue();
            assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
            assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("https://" + service.endpoint());
            assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("mailto:ops@example.com");
            assertThat(token.getJWTClaimsSet().getExpirationTime().toInstant())
                    .isEqualTo(DIALLED.plus(Duration.ofHours(12)));
            assertThat(part(authorization, "k")).isEqualTo(vapid().publicKey());
        }
    }

    private static String part(String authorization, String name) throws ParseException {
        return Stream.of(authorization.replaceFirst("^vapid ", "").split(","))
                .map(String::strip)
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(2))
                .findFirst()
                .orElseThrow(() -> new ParseException("No " + name, 0));
    }

    @Test
    void aStopTakesThePlaceOfTheSameCallsRing() {
        // Given
        try (TlsServer service = TlsServer.answering(201)) {
            // When
            send(service, Notices.ring());
            send(service, Notices.stop());
            // Then
            assertThat(service.requests().stream()
                            .map(request -> request.headers().get("Topic")))
                    .hasSize(2)
                    .containsOnly(service.requests().getFirst().headers().get("Topic"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void aSubscriptionThatEndedIsGone(int status) {
        // Given
        try (TlsServer service = TlsServer.answering(status)) {
            // When
            PushResult result = send(service, Notices.ring());
            // Then
            assertThat(result).isEqualTo(new Gone("HTTP " + status));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 413, 301, 307})
    void whatIsWrongIsNotTriedAgain(int status) {
        // Given
        try (TlsServer service = TlsServer.answering(status)) {
            // When
            PushResult result = send(service, Notices.ring());
            // Then
            assertThat(result).isEqualTo(new Refused("HTTP " + status));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void whatIsTooMuchOrBrokenMayBeTriedAgainWhenTheServiceSays(int status) {
        // Given
        try (TlsServer service = TlsServer.that((_, response) ->
                response.status(status).header("Retry-After", "3").send())) {
            // When
            PushResult result = send(service, Notices.ring());
            // Then
            assertThat(result).isEqualTo(new Failed("HTTP " + status, Duration.ofSeconds(3)));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(nullValues = "-", textBlock = """
            ''        | AAAAAAAAAAAAAAAAAAAAAA
            garbage!! | AAAAAAAAAAAAAAAAAAAAAA
            BAAA      | AAAAAAAAAAAAAAAAAAAAAA
            -         | ''
            -         | AA
            -         | garbage!!
            """, delimiter = '|')
    void garbageInThePlaceOfKeysIsGoneWithoutARequest(String p256dh, String auth) {
        // Given
        try (TlsServer service = TlsServer.answering(201)) {
            WebPush good = browser.subscribedAt(endpoint(service));
            WebPush bad = new WebPush(good.endpoint(), p256dh == null ? good.p256dh() : p256dh, auth);
            // When
            PushResult result = send(service, bad, Notices.ring());
            // Then
            assertThat(result).isInstanceOf(Gone.class);
            assertThat(service.requests()).isEmpty();
        }
    }

    @Test
    void aPointThatIsNotOnTheCurveIsGone() {
        // Given
        byte[] point = new byte[65];
        point[0] = 4;
        point[1] = 1;
        String p256dh = Base64.getUrlEncoder().withoutPadding().encodeToString(point);
        try (TlsServer service = TlsServer.answering(201)) {
            WebPush bad = new WebPush(endpoint(service), p256dh, "AAAAAAAAAAAAAAAAAAAAAA");
            // When
            PushResult result = send(service, bad, Notices.ring());
            // Then
            assertThat(result).isInstanceOf(Gone.class);
        }
    }

    @Test
    void anEndpointThatIsNoPushServiceIsRefusedWithoutARequest() {
        // Given
        try (TlsServer service = TlsServer.answering(201);
                TlsServer other = TlsServer.answering(200)) {
            // When
            PushResult result = send(service, browser.subscribedAt(endpoint(other)), Notices.ring());
            // Then
            assertThat(result).isEqualTo(new Refused("the endpoint must be at a known push service"));
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void aPushServiceWhoseNameNowLeadsIntoOurOwnNetworkIsRefused() {
        // Given
        AddressRule publicOnly = AddressRule.publicOr(List.of());
        var rule = new EndpointRule(List.of("a.push.example"), publicOnly);
        WebPush rebound = browser.subscribedAt("https://a.push.example/push/abc");
        try (OutboundHttp http = Names.allAt("127.0.0.1", TlsServer.trusting(PATIENT), publicOnly)) {
            assertThat(rule.problem(rebound.endpoint())).isEmpty();
            // When
            PushResult result = sent(
                    new WebPushProvider(vapid(), rule, http, InstantSource.fixed(DIALLED)), rebound, Notices.ring());
            // Then
            assertThat(result).isEqualTo(new Refused("the endpoint is not at a public address"));
        }
    }

    @Test
    void withoutKeysTheChannelIsOff() {
        // Given
        try (TlsServer service = TlsServer.answering(201);
                OutboundHttp http = http(service)) {
            var provider = new WebPushProvider(null, rule(service), http, InstantSource.fixed(DIALLED));
            // When
            PushResult result = sent(provider, browser.subscribedAt(endpoint(service)), Notices.ring());
            // Then
            assertThat(result).isEqualTo(new Refused("webpush is not configured"));
        }
    }

    @Test
    void keysThatAreNoPairStopTheStart() {
        // Given
        Path privateKey = Pem.file(folder, "private.pem", Pem.text(KEYS.getPrivate()));
        Path publicKey = Pem.file(folder, "other.pem", Pem.text(Pem.p256().getPublic()));
        // When, then
        assertThatThrownBy(() -> Vapid.read(privateKey, publicKey, "mailto:ops@example.com"))
                .hasMessageContaining("does not belong to");
    }

    private PushResult send(TlsServer service, PushNotice notice) {
        return send(service, browser.subscribedAt(endpoint(service)), notice);
    }

    private PushResult send(TlsServer service, WebPush target, PushNotice notice) {
        try (OutboundHttp http = http(service)) {
            return sent(
                    new WebPushProvider(vapid(), rule(service), http, InstantSource.fixed(DIALLED)), target, notice);
        }
    }

    private static PushResult sent(PushProvider provider, WebPush target, PushNotice notice) {
        return result(provider.attempt(target, notice));
    }

    private static PushResult result(Attempt attempt) {
        return switch (attempt) {
            case Settled(PushResult result) -> result;
            case Ready ready -> ready.request().get().join();
        };
    }

    private Vapid vapid() {
        Path privateKey = Pem.file(folder, "private.pem", Pem.text(KEYS.getPrivate()));
        Path publicKey = Pem.file(folder, "public.pem", Pem.text(KEYS.getPublic()));
        return Vapid.read(privateKey, publicKey, "mailto:ops@example.com");
    }

    private static OutboundHttp http(TlsServer service) {
        return new OutboundHttp(
                TlsServer.trusting(PATIENT), AddressRule.publicOr(List.of(service.endpoint())), InstantSource.system());
    }

    private static EndpointRule rule(TlsServer service) {
        return new EndpointRule(List.of(), AddressRule.publicOr(List.of(service.endpoint())));
    }

    private static String endpoint(TlsServer service) {
        return "https://" + service.endpoint() + "/push/abc";
    }
}
