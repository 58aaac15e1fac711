package dev.ringline.notification.push.apns;

import static dev.ringline.notification.push.Notices.CALL;
import static dev.ringline.notification.push.Notices.DEADLINE;
import static dev.ringline.notification.push.Notices.DIALLED;
import static dev.ringline.notification.push.apns.Apple.APP;
import static dev.ringline.notification.push.apns.Apple.LEFT;
import static dev.ringline.notification.push.apns.Apple.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.pushy.apns.server.RejectionReason;
import dev.ringline.notification.push.Notices;
import dev.ringline.notification.push.Pem;
import dev.ringline.notification.push.PushNotice;
import dev.ringline.notification.push.PushProvider.Attempt.Ready;
import dev.ringline.notification.push.PushProvider.Attempt.Settled;
import dev.ringline.notification.push.PushResult;
import dev.ringline.notification.push.PushResult.Accepted;
import dev.ringline.notification.push.PushResult.Failed;
import dev.ringline.notification.push.PushResult.Gone;
import dev.ringline.notification.push.PushResult.OtherHost;
import dev.ringline.notification.push.PushResult.Refused;
import dev.ringline.notification.push.PushSchemas;
import dev.ringline.notification.push.PushTarget;
import dev.ringline.notification.push.PushTarget.ApnsAlert;
import dev.ringline.notification.push.PushTarget.ApnsVoip;
import dev.ringline.notification.push.PushTarget.Environment;
import dev.ringline.notification.push.apns.ApnsProperties.Key;
import dev.ringline.notification.push.apns.Apple.Push;
import dev.ringline.notification.push.outbound.TlsServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class ApnsProviderTest {

    private static final PushTarget PHONE = new ApnsVoip(APP, Environment.PRODUCTION, TOKEN);
    private static final PushTarget TEST_BUILD = new ApnsVoip(APP, Environment.SANDBOX, TOKEN);
    private static final PushTarget SCREEN = new ApnsAlert(APP, Environment.PRODUCTION, TOKEN);

    @TempDir
    private static Path folder;

    private static Apple production;
    private static Apple sandbox;
    private static ApnsProperties settings;
    private static ApnsClients clients;

    /** Once for all tests, since to close a client or a server of Pushy takes seconds. */
    @BeforeAll
    static void open() throws IOException {
        production = new Apple();
        sandbox = new Apple();
        settings = settings(List.of(Apple.key(folder)), production.endpoint());
        clients = new ApnsClients(settings, TlsServer.trusting(Duration.ofSeconds(20)));
    }

    @AfterAll
    static void close() {
        clients.close();
        production.close();
        sandbox.close();
    }

    @AfterEach
    void forget() {
        production.forget();
        sandbox.forget();
    }

    @Test
    void aRingIsAVoipPushThatEndsWithTheRing() {
        // When
        PushResult result = send(PHONE, Notices.ring());
        // Then
        assertThat(result)
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(accepted.providerId()).isNotBlank());
        Push push = production.pushes().getFirst();
        assertThat(push.headers())
                .containsEntry("apns-push-type", "voip")
                .containsEntry("apns-topic", APP + ".voip")
                .containsEntry("apns-priority", "10")
                .containsEntry("apns-collapse-id", CALL)
                .containsEntry("apns-expiration", Long.toString(DEADLINE.getEpochSecond()))
                .containsEntry(":path", "/3/device/" + TOKEN);
        assertThat(PushSchemas.errors("apns-voip", push.payload())).isEmpty();
        assertThat(push.payload()).contains("\"ringRemainingMs\":\"30000\"").contains("\"aps\":{}");
    }

    @Test
    void aContentFreeRingKeepsTheContract() {
        // When
        send(PHONE, Notices.ring().contentFree());
        // Then
        Push push = production.pushes().getFirst();
        assertThat(PushSchemas.errors("apns-voip", push.payload())).isEmpty();
        assertThat(push.payload()).doesNotContain("alice", "Alice", "c-1");
    }

    @Test
    void aDevelopmentBuildIsReachedThroughTheSandbox() {
        // When
        PushResult result = send(TEST_BUILD, Notices.ring());
        // Then
        assertThat(result).isInstanceOf(Accepted.class);
        assertThat(sandbox.pushes()).hasSize(1);
        assertThat(production.pushes()).isEmpty();
    }

    @Test
    void aMissedCallIsAnAlertOnTheAppsTopic() {
        // When
        PushResult result = send(SCREEN, Notices.missed());
        // Then
        assertThat(result).isInstanceOf(Accepted.class);
        Push push = production.pushes().getFirst();
        assertThat(push.headers())
                .containsEntry("apns-push-type", "alert")
                .containsEntry("apns-topic", APP)
                .containsEntry("apns-collapse-id", CALL);
        assertThat(PushSchemas.errors("apns-alert", push.payload())).isEmpty();
        assertThat(push.payload()).contains("\"body\":\"Missed call\"").contains("\"title\":\"Alice Example\"");
    }

    @Test
    void aContentFreeMissedCallNamesNobody() {
        // When
        send(SCREEN, Notices.missed().contentFree());
        // Then
        Push push = production.pushes().getFirst();
        assertThat(PushSchemas.errors("apns-alert", push.payload())).isEmpty();
        assertThat(push.payload()).doesNotContain("alice", "Alice", "c-1");
    }

    @Test
    void aCallThatIsNotToRingIsAnAlert() {
        // When
        PushResult result = send(SCREEN, Notices.call());
        // Then
        assertThat(result).isInstanceOf(Accepted.class);
        Push push = production.pushes().getFirst();
        assertThat(PushSchemas.errors("apns-alert", push.payload())).isEmpty();
        assertThat(push.payload()).contains("\"body\":\"Incoming call\"");
    }

    @Test
    void nothingButARingIsAVoipPushAndNothingCancelsOne() {
        // When
        List<PushResult> results = Stream.of(Notices.call(), Notices.stop(), Notices.missed())
                .map(notice -> send(PHONE, notice))
                .toList();
        // Then
        assertThat(results).hasOnlyElementsOfType(Refused.class);
        assertThat(send(SCREEN, Notices.stop())).isInstanceOf(Refused.class);
        assertThat(production.pushes()).isEmpty();
    }

    @Test
    void aTokenThatTheHostDoesNotKnowMayBelongToTheOther() {
        // Given
        production.rejecting(RejectionReason.BAD_DEVICE_TOKEN);
        // When
        PushResult result = send(PHONE, Notices.ring());
        // Then
        assertThat(result).isEqualTo(new OtherHost());
    }

    @Test
    void aTokenOfAnAppThatWasRemovedIsGone() {
        // When
        PushResult result = send(new ApnsVoip(APP, Environment.PRODUCTION, LEFT), Notices.ring());
        // Then
        assertThat(result).isEqualTo(new Gone("Unregistered"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "../../3/device/x", "zzzz", "ab\r\ncd"})
    void garbageIsGoneWithoutARequest(String token) {
        // When
        PushResult result = send(new ApnsVoip(APP, Environment.PRODUCTION, token), Notices.ring());
        // Then
        assertThat(result).isInstanceOf(Gone.class);
        assertThat(production.pushes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "TOO_MANY_REQUESTS",
                "TOO_MANY_PROVIDER_TOKEN_UPDATES",
                "INTERNAL_SERVER_ERROR",
                "SERVICE_UNAVAILABLE",
                "SHUTDOWN"
            })
    void whatIsTooMuchOrBrokenMayBeTriedAgainLater(RejectionReason reason) {
        // Given
        production.rejecting(reason);
        // When
        PushResult result = send(PHONE, Notices.ring());
        // Then
        assertThat(result)
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.retryAfter()).isPositive());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"DEVICE_TOKEN_NOT_FOR_TOPIC", "BAD_TOPIC", "PAYLOAD_TOO_LARGE", "FORBIDDEN", "TOPIC_DISALLOWED"})
    void whatIsWrongIsNotTriedAgain(RejectionReason reason) {
        // Given
        production.rejecting(reason);
        // When
        PushResult result = send(PHONE, Notices.ring());
        // Then
        assertThat(result).isInstanceOf(Refused.class);
    }

    @Test
    void aKeyThatAppleDoesNotKnowIsRefused() {
        // Given
        Key other = Apple.key(folder, Pem.p256());
        // When
        PushResult result = send(List.of(other), PHONE, Notices.ring(), production.endpoint());
        // Then
        assertThat(result).isEqualTo(new Refused("InvalidProviderToken"));
        assertThat(production.pushes()).isEmpty();
    }

    @Test
    void aHostThatIsNotThereMayBeTriedAgain() throws IOException {
        // Given
        String nobody = Apple.nobody();
        // When
        PushResult result = send(List.of(Apple.key(folder)), PHONE, Notices.ring(), nobody);
        // Then
        assertThat(result).isInstanceOf(Failed.class);
    }

    @Test
    void aConnectionThatDropsBeforeTheAnswerMayBeTriedAgain() {
        // Given
        try (TlsServer dropping = TlsServer.inHttp2That((_, response) -> {
            response.withConnection(connection -> connection.channel().parent().close());
            return Mono.never();
        })) {
            // When
            PushResult result = send(List.of(Apple.key(folder)), PHONE, Notices.ring(), dropping.endpoint());
            // Then
            assertThat(result).isInstanceOf(Failed.class);
            assertThat(dropping.requests()).hasSize(1);
        }
    }

    @Test
    void withoutAKeyTheChannelIsOff() {
        // When
        PushResult none = send(List.of(), PHONE, Notices.ring(), production.endpoint());
        PushResult other = send(new ApnsVoip("other.app", Environment.PRODUCTION, TOKEN), Notices.ring());
        // Then
        assertThat(none).isEqualTo(new Refused("apns is not configured"));
        assertThat(other).isEqualTo(new Refused("apns is not configured for the app other.app"));
    }

    private static ApnsProperties settings(List<Key> keys, String productionHost) {
        return new ApnsProperties(keys, productionHost, sandbox.endpoint(), "Incoming call", "Missed call");
    }

    private static PushResult send(PushTarget target, PushNotice notice) {
        return sent(clients, settings, target, notice);
    }

    private static PushResult send(List<Key> keys, PushTarget target, PushNotice notice, String productionHost) {
        ApnsProperties others = settings(keys, productionHost);
        try (var own = new ApnsClients(others, TlsServer.trusting(Duration.ofSeconds(20)))) {
            return sent(own, others, target, notice);
        }
    }

    private static PushResult sent(ApnsClients clients, ApnsProperties texts, PushTarget target, PushNotice notice) {
        var provider = new ApnsProvider(clients, new ApnsPayload(texts), InstantSource.fixed(DIALLED));
        return switch (provider.attempt(target, notice)) {
            case Settled(PushResult result) -> result;
            case Ready ready -> ready.request().get().join();
        };
    }
}
