package dev.ringline.notification.push;

import static dev.ringline.notification.push.Notices.DIALLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringline.notification.push.PushResult.Accepted;
import dev.ringline.notification.push.PushResult.Failed;
import dev.ringline.notification.push.PushTarget.WebPush;
import dev.ringline.notification.push.outbound.TlsServer;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import reactor.core.publisher.Mono;

/** One endpoint that hangs, and many devices at another: real servers, real requests, the whole of the channel. */
class DeadEndpointTest {

    private static final int MANY = 500;

    @TempDir
    private Path folder;

    @Test
    void anEndpointThatHangsDelaysNobodyElse() {
        try (TlsServer hanging = TlsServer.that((_, _) -> Mono.never());
                TlsServer well = TlsServer.answering(201)) {
            context(hanging, well).run(context -> {
                // Given: all that may be under way to one endpoint hangs there
                PushChannel channel = context.getBean(PushChannel.class);
                List<CompletableFuture<PushResult>> stuck = sendMany(channel, hanging);
                // When
                List<CompletableFuture<PushResult>> others = sendMany(channel, well);
                // Then
                assertThat(others).allSatisfy(sent -> assertThat(sent.join()).isInstanceOf(Accepted.class));
                assertThat(well.requests()).hasSize(MANY);
                assertThat(stuck).noneMatch(CompletableFuture::isDone);
                await().until(() -> !hanging.requests().isEmpty());
                assertThat(channel.send(browser(hanging), Notices.ring()).join())
                        .isEqualTo(new Failed("too much is under way to the endpoint", null));
            });
        }
    }

    private static List<CompletableFuture<PushResult>> sendMany(PushChannel channel, TlsServer server) {
        WebPush browser = browser(server);
        return IntStream.range(0, MANY)
                .mapToObj(_ -> channel.send(browser, Notices.ring()))
                .toList();
    }

    private static WebPush browser(TlsServer server) {
        byte[] spki = ((ECPublicKey) Pem.p256().getPublic()).getEncoded();
        byte[] point = Arrays.copyOfRange(spki, spki.length - 65, spki.length);
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return new WebPush(
                "https://" + server.endpoint() + "/push/abc",
                base64.encodeToString(point),
                base64.encodeToString(new byte[16]));
    }

    private ApplicationContextRunner context(TlsServer one, TlsServer other) {
        KeyPair keys = Pem.p256();
        return PushContext.at(InstantSource.fixed(DIALLED))
                .withPropertyValues(
                        "ringline.push.time-limit=" + Duration.ofMinutes(1),
                        "ringline.push.most-at-once-per-host=" + MANY,
                        "ringline.push.trusted-certificates-file=" + TlsServer.certificates(),
                        "ringline.push.webpush.private-key-file="
                                + Pem.file(folder, "private.pem", Pem.text(keys.getPrivate())),
                        "ringline.push.webpush.public-key-file="
                                + Pem.file(folder, "public.pem", Pem.text(keys.getPublic())),
                        "ringline.push.webpush.subject=mailto:ops@example.com",
                        "ringline.push.webpush.local-endpoints=" + one.endpoint() + "," + other.endpoint());
    }
}
