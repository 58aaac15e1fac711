package dev.ringline.notification.push.webhook;

import static dev.ringline.notification.push.Notices.DIALLED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.ringline.notification.WrittenMessage;
import dev.ringline.notification.push.Notices;
import dev.ringline.notification.push.Pem;
import dev.ringline.notification.push.PushProperties;
import dev.ringline.notification.push.PushResult;
import dev.ringline.notification.push.PushResult.Accepted;
import dev.ringline.notification.push.PushResult.Failed;
import dev.ringline.notification.push.PushResult.Gone;
import dev.ringline.notification.push.PushResult.Refused;
import dev.ringline.notification.push.outbound.AddressRule;
import dev.ringline.notification.push.outbound.EndpointGates;
import dev.ringline.notification.push.outbound.Names;
import dev.ringline.notification.push.outbound.OutboundHttp;
import dev.ringline.notification.push.outbound.TlsServer;
import dev.ringline.notification.push.outbound.TlsServer.Request;
import dev.ringline.notification.push.webhook.WebhookProperties.Endpoint;
import dev.ringline.notification.rules.webhook.WebhookEvent;
import dev.ringline.notification.rules.webhook.WebhookEvent.Data.OfCall;
import dev.ringline.notification.rules.webhook.WebhookEvent.Data.OfMessage;
import dev.ringline.notification.rules.webhook.WebhookEvent.Type;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

class WebhooksTest {

    private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final WebhookEvent ENDED = new WebhookEvent(
            "019aaad4-0f10-7aa2-8c11-2f0e6b9d7a55",
            Type.CALL_ENDED,
            DIALLED.plusSeconds(131),
            new OfCall(
                    Notices.CALL,
                    5,
                    "completed",
                    "video",
                    "alice",
                    "bob",
                    "c-1",
                    null,
                    DIALLED.plusSeconds(6),
                    DIALLED.plusSeconds(131),
                    "hangup",
                    125L));

    @TempDir
    private Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void anotherLibraryTakesTheSignature() throws Exception {
        // Given
        try (TlsServer backend = TlsServer.answering(204)) {
            // When
            PushResult result = send(backend, ENDED, InstantSource.system());
            // Then
            assertThat(result).isInstanceOf(Accepted.class);
            Request request = backend.requests().getFirst();
            assertThat(request.headers().get("webhook-id")).isEqualTo(ENDED.id());
            Webhook verifier = new Webhook(SECRET);
            String body = new String(request.body(), UTF_8);
            assertThatCode(() -> verifier.verify(body, headers(request))).doesNotThrowAnyException();
            assertThatThrownBy(() -> verifier.verify(body.replace("hangup", "declined"), headers(request)))
                    .isInstanceOf(WebhookVerificationException.class);
            assertThat(meters.counter(
                                    "ringline.push.sent",
                                    "channel",
                                    "webhook",
                                    "kind",
                                    "call.ended",
                                    "outcome",
                                    "accepted")
                            .count())
                    .isEqualTo(1);
        }
    }

    private static Map<String, List<String>> headers(Request request) {
        Map<String, List<String>> headers = new HashMap<>();
        request.headers().forEach(header -> headers.put(header.getKey(), List.of(header.getValue())));
        return headers;
    }

    @Test
    void aRepeatHasTheSameIdAndBodyAndANewTime() {
        // Given
        try (TlsServer backend = TlsServer.answering(204)) {
            // When
            send(backend, ENDED, InstantSource.fixed(DIALLED));
            send(backend, ENDED, InstantSource.fixed(DIALLED.plusSeconds(60)));
            // Then
            Request first = backend.requests().getFirst();
            Request second = backend.requests().getLast();
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.headers().get("webhook-id"))
                    .isEqualTo(first.headers().get("webhook-id"));
            assertThat(second.headers().get("webhook-timestamp"))
                    .isNotEqualTo(first.headers().get("webhook-timestamp"));
            assertThat(second.headers().get("webhook-signature"))
                    .isNotEqualTo(first.headers().get("webhook-signature"));
        }
    }

    @ParameterizedTest
    @MethodSource
    void whateverIsToldKeepsTheContract(WebhookEvent event) {
        // When
        byte[] body = new WebhookBody().of(event);
        // Then
        assertThat(WebhookContract.errors(event.type().word(), new JsonMapper().readTree(body)))
                .isEmpty();
    }

    static Stream<WebhookEvent> whateverIsToldKeepsTheContract() {
        Instant at = DIALLED.plusNanos(1);
        return Stream.of(
                new WebhookEvent(
                        "e1",
                        Type.CALL_INITIATED,
                        at,
                        new OfCall(
                                Notices.CALL,
                                1,
                                "ringing",
                                "audio",
                                "alice",
                                "bob",
                                "c-1",
                                DIALLED.plusSeconds(30),
                                null,
                                null,
                                null,
                                null)),
                new WebhookEvent(
                        "e2",
                        Type.CALL_ANSWERED,
                        at,
                        new OfCall(
                                Notices.CALL,
                                2,
                                "ongoing",
                                "audio",
                                "alice",
                                "bob",
                                "c-1",
                                null,
                                at,
                                null,
                                null,
                                null)),
                ENDED,
                new WebhookEvent("e4", Type.MESSAGE_CREATED, at, new OfMessage(message())));
    }

    private static WrittenMessage message() {
        var line = new WrittenMessage.Line(
                Notices.CALL,
                "video",
                "completed",
                "hangup",
                "alice",
                "bob",
                DIALLED,
                DIALLED.plusSeconds(131),
                125,
                true);
        return new WrittenMessage(
                Notices.CALL, "c-1", "system", "call", List.of("alice", "bob"), line, DIALLED.plusSeconds(131));
    }

    @Test
    void everyKindOfEventIsInTheContract() {
        assertThat(WebhookContract.names()).containsExactlyInAnyOrderElementsOf(Type.words());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 404, 429, 500, 503})
    void whateverIsNoSuccessMayBeTriedAgain(int status) {
        // Given
        try (TlsServer localhost = TlsServer.answering(200);
                TlsServer backend = TlsServer.that((_, response) -> response.status(status)
                        .header("Location", "https://" + localhost.endpoint() + "/")
                        .header("Retry-After", "60")
                        .send())) {
            // When
            PushResult result = send(backend, ENDED, InstantSource.fixed(DIALLED));
            // Then
            assertThat(result).isEqualTo(new Failed("HTTP " + status, Duration.ofMinutes(1)));
            assertThat(localhost.requests()).isEmpty();
        }
    }

    @Test
    void anEndpointThatWantsNoMoreIsGone() {
        // Given
        try (TlsServer backend = TlsServer.answering(410)) {
            // When
            PushResult result = send(backend, ENDED, InstantSource.fixed(DIALLED));
            // Then
            assertThat(result).isEqualTo(new Gone("HTTP 410"));
        }
    }

    @Test
    void anAnswerWithoutEndIsTakenByItsStatus() {
        // Given
        byte[] chunk = new byte[64 * 1024];
        try (TlsServer backend = TlsServer.that((_, response) ->
                response.send(Flux.<ByteBuf>generate(sink -> sink.next(Unpooled.wrappedBuffer(chunk)))))) {
            // When
            PushResult result = send(backend, ENDED, InstantSource.fixed(DIALLED));
            // Then
            assertThat(result).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void anAnswerThatTricklesFails() {
        // Given
        var brief = new PushProperties(Duration.ofMillis(300), 16, TlsServer.certificates(), false);
        try (TlsServer backend = TlsServer.that((_, response) -> response.send(
                Flux.interval(Duration.ofMillis(50)).map(_ -> Unpooled.copiedBuffer(".", UTF_8)), _ -> true))) {
            // When
            PushResult result = send(backend, ENDED, InstantSource.fixed(DIALLED), brief);
            // Then
            assertThat(result).isInstanceOf(Failed.class);
        }
    }

    @Test
    void aNameThatLeadsIntoOurOwnNetworkIsRefused() {
        // Given
        var settings = new WebhookProperties(List.of(endpoint("https://hooks.push.example/")), List.of());
        var common = TlsServer.trusting(PATIENT);
        try (OutboundHttp http = Names.allAt("10.0.0.1", common, settings.addresses())) {
            var webhooks = new Webhooks(settings, http, new EndpointGates(common), InstantSource.system(), meters);
            // When
            PushResult result =
                    webhooks.send("https://hooks.push.example/", ENDED).join();
            // Then
            assertThat(result).isEqualTo(new Refused("hooks.push.example is not at a public address"));
        }
    }

    @Test
    void onlyThoseAreToldWhoWantToKnow() {
        // Given
        var some = new Endpoint(URI.create("https://a.example/"), secret(), Set.of("call.ended", "message.created"));
        var other = new Endpoint(URI.create("https://b.example/"), secret(), Set.of("call.initiated"));
        var settings = new WebhookProperties(List.of(some, other), List.of());
        var common = TlsServer.trusting(PATIENT);
        try (OutboundHttp http = new OutboundHttp(common, AddressRule.publicOr(List.of()), InstantSource.system())) {
            var webhooks = new Webhooks(settings, http, new EndpointGates(common), InstantSource.system(), meters);
            // When
            var told = Arrays.stream(Type.values()).map(webhooks::endpointsFor);
            // Then
            assertThat(told)
                    .containsExactly(
                            List.of("https://b.example/"),
                            List.of(),
                            List.of("https://a.example/"),
                            List.of("https://a.example/"));
            assertThat(webhooks.send("https://c.example/", ENDED).join()).isInstanceOf(Refused.class);
        }
    }

    private PushResult send(TlsServer backend, WebhookEvent event, InstantSource clock) {
        return send(backend, event, clock, TlsServer.trusting(PATIENT));
    }

    private PushResult send(TlsServer backend, WebhookEvent event, InstantSource clock, PushProperties common) {
        String url = "https://" + backend.endpoint() + "/hook";
        var settings = new WebhookProperties(List.of(endpoint(url)), List.of(backend.endpoint()));
        try (OutboundHttp http = new OutboundHttp(common, settings.addresses(), clock)) {
            return new Webhooks(settings, http, new EndpointGates(common), clock, meters)
                    .send(url, event)
                    .join();
        }
    }

    private Endpoint endpoint(String url) {
        return new Endpoint(URI.create(url), secret(), Set.copyOf(Type.words()));
    }

    private Path secret() {
        return Pem.file(folder, "secret", SECRET + "\n");
    }
}
