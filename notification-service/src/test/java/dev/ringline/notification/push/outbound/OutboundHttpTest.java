package dev.ringline.notification.push.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringline.notification.push.outbound.Reply.Answer;
import dev.ringline.notification.push.outbound.Reply.ForbiddenAddress;
import dev.ringline.notification.push.outbound.Reply.NoAnswer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class OutboundHttpTest {

    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration BRIEF = Duration.ofMillis(300);
    private static final byte[] BODY = "{}".getBytes(UTF_8);

    @Test
    void postsAndReadsTheAnswer() {
        // Given
        try (TlsServer server = TlsServer.that((_, response) ->
                        response.status(429).header("Retry-After", "7").sendString(Mono.just("slow down")));
                OutboundHttp http = to(server, PATIENT)) {
            // When
            Reply reply = http.post(url(server), Map.of("TTL", "30"), BODY).join();
            // Then
            assertThat(reply).isInstanceOfSatisfying(Answer.class, answer -> {
                assertThat(answer.status()).isEqualTo(429);
                assertThat(answer.retryAfter()).isEqualTo(Duration.ofSeconds(7));
                assertThat(answer.text()).isEqualTo("slow down");
                assertThat(answer.isTemporary()).isTrue();
            });
            assertThat(server.requests()).singleElement().satisfies(request -> {
                assertThat(request.method()).isEqualTo("POST");
                assertThat(request.headers().get("TTL")).isEqualTo("30");
                assertThat(request.headers().get("content-length")).isEqualTo("2");
                assertThat(request.body()).isEqualTo(BODY);
            });
        }
    }

    @Test
    void readsOnlyTheBeginningOfAnAnswerWithoutEnd() {
        // Given
        var stopped = new AtomicBoolean();
        byte[] chunk = new byte[64 * 1024];
        try (TlsServer server = TlsServer.that((_, response) ->
                        response.send(Flux.<ByteBuf>generate(sink -> sink.next(Unpooled.wrappedBuffer(chunk)))
                                .doOnCancel(() -> stopped.set(true))));
                OutboundHttp http = to(server, PATIENT)) {
            // When
            Reply reply = http.post(url(server), Map.of(), BODY).join();
            // Then
            assertThat(reply)
                    .isInstanceOfSatisfying(
                            Answer.class, answer -> assertThat(answer.body()).hasSize(8 * 1024));
            await().untilTrue(stopped);
        }
    }

    @Test
    void givesUpAnAnswerThatTrickles() {
        // Given
        var stopped = new AtomicBoolean();
        try (TlsServer server = TlsServer.that((_, response) -> response.send(
                        Flux.interval(Duration.ofMillis(50))
                                .map(_ -> Unpooled.copiedBuffer(".", UTF_8))
                                .doOnCancel(() -> stopped.set(true)),
                        _ -> true));
                OutboundHttp http = to(server, BRIEF)) {
            // When
            Reply reply = http.post(url(server), Map.of(), BODY).join();
            // Then
            assertThat(reply).isEqualTo(new NoAnswer("no whole answer within 300 ms"));
            await().untilTrue(stopped);
        }
    }

    @Test
    void givesUpAServerThatNeverAnswers() {
        // Given
        try (TlsServer server = TlsServer.that((_, _) -> Mono.never());
                OutboundHttp http = to(server, BRIEF)) {
            // When
            Reply reply = http.post(url(server), Map.of(), BODY).join();
            // Then
            assertThat(reply).isInstanceOf(NoAnswer.class);
        }
    }

    @Test
    void sendsOnceEvenIfTheConnectionDrops() {
        // Given
        try (TlsServer server = TlsServer.that((_, response) -> {
                    response.withConnection(connection -> connection.channel().close());
                    return Mono.never();
                });
                OutboundHttp http = to(server, PATIENT)) {
            // When
            Reply reply = http.post(url(server), Map.of(), BODY).join();
            // Then
            assertThat(reply).isInstanceOf(NoAnswer.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void followsNoRedirect() {
        // Given
        try (TlsServer target = TlsServer.answering(200);
                TlsServer server = TlsServer.that((_, response) -> response.status(307)
                        .header("Location", url(target).toString())
                        .send());
                OutboundHttp http = client(PATIENT, List.of(server.endpoint(), target.endpoint()))) {
            // When
            Reply reply = http.post(url(server), Map.of(), BODY).join();
            // Then
            assertThat(reply)
                    .isInstanceOfSatisfying(
                            Answer.class, answer -> assertThat(answer.status()).isEqualTo(307));
            assertThat(target.requests()).isEmpty();
        }
    }

    @Test
    void doesNotSpeakToAServerThatShowsTheCertificateOfAnother() {
        // Given
        try (TlsServer server = TlsServer.answering(200);
                OutboundHttp http = Names.allAt(
                        "127.0.0.1",
                        TlsServer.trusting(PATIENT),
                        AddressRule.publicOr(List.of("other.example:" + server.port())))) {
            // When
            Reply reply = http.post(URI.create("https://other.example:" + server.port() + "/"), Map.of(), BODY)
                    .join();
            // Then
            assertThat(reply).isInstanceOf(NoAnswer.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fd00::1"})
    void sendsNothingToANameThatLeadsIntoOurOwnNetwork(String address) {
        // Given
        try (TlsServer server = TlsServer.answering(200);
                OutboundHttp http =
                        Names.allAt(address, TlsServer.trusting(PATIENT), AddressRule.publicOr(List.of()))) {
            // When
            Reply reply = http.post(URI.create("https://a.push.example:" + server.port() + "/"), Map.of(), BODY)
                    .join();
            // Then
            assertThat(reply).isEqualTo(new ForbiddenAddress("a.push.example"));
            assertThat(server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "[::127.0.0.1]", "0.0.0.0"})
    void sendsNothingToAnAddressOfOurOwn(String literal) {
        // Given
        try (TlsServer server = TlsServer.answering(200);
                OutboundHttp http = client(PATIENT, List.of())) {
            // When
            Reply reply = http.post(URI.create("https://" + literal + ":" + server.port() + "/"), Map.of(), BODY)
                    .join();
            // Then
            assertThat(reply).isInstanceOf(ForbiddenAddress.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    private static OutboundHttp to(TlsServer server, Duration limit) {
        return client(limit, List.of(server.endpoint()));
    }

    private static OutboundHttp client(Duration limit, List<String> localEndpoints) {
        return new OutboundHttp(
                TlsServer.trusting(limit), AddressRule.publicOr(localEndpoints), InstantSource.system());
    }

    private static URI url(TlsServer server) {
        return URI.create("https://" + server.endpoint() + "/path");
    }
}
