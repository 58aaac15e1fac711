package dev.ringline.notification.push;

import static dev.ringline.notification.push.Notices.DEADLINE;
import static dev.ringline.notification.push.Notices.DIALLED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.notification.push.PushChannels.Providers;
import dev.ringline.notification.push.PushProvider.Attempt;
import dev.ringline.notification.push.PushResult.Accepted;
import dev.ringline.notification.push.PushResult.Failed;
import dev.ringline.notification.push.PushResult.Refused;
import dev.ringline.notification.push.PushTarget.ApnsAlert;
import dev.ringline.notification.push.PushTarget.ApnsVoip;
import dev.ringline.notification.push.PushTarget.Environment;
import dev.ringline.notification.push.PushTarget.Fcm;
import dev.ringline.notification.push.PushTarget.WebPush;
import dev.ringline.notification.push.outbound.EndpointGates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushChannelsTest {

    private static final PushTarget PHONE = new Fcm("app", "token");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @ParameterizedTest
    @MethodSource
    void theTargetChoosesTheProvider(PushTarget target, String provider) {
        // Given
        PushChannel channels =
                channels(DIALLED, new Providers(accepting("apple"), accepting("google"), accepting("push service")));
        // When
        PushResult result = channels.send(target, Notices.ring()).join();
        // Then
        assertThat(result).isEqualTo(new Accepted(provider));
    }

    static Stream<Arguments> theTargetChoosesTheProvider() {
        return Stream.of(
                Arguments.of(new ApnsVoip("app", Environment.PRODUCTION, "token"), "apple"),
                Arguments.of(new ApnsAlert("app", Environment.SANDBOX, "token"), "apple"),
                Arguments.of(PHONE, "google"),
                Arguments.of(new WebPush("https://push.example", "key", "auth"), "push service"));
    }

    @Test
    void nothingIsSentWhoseTimeIsOver() {
        // Given
        PushChannel channels = channels(DEADLINE, all(accepting("a")));
        // When
        List<PushResult> results = Stream.of(Notices.ring(), Notices.missed())
                .map(notice -> channels.send(PHONE, notice).join())
                .toList();
        // Then
        assertThat(results).containsExactly(new Refused("its time is over"), new Accepted("a"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysWhoCallsUnlessItIsToLeaveThatOut(boolean contentFree) {
        // Given
        var sent = new CompletableFuture<PushNotice>();
        PushProvider writing = (_, notice) -> {
            sent.complete(notice);
            return new Attempt.Settled(new Accepted("a"));
        };
        PushChannel channels = channels(DIALLED, all(writing), contentFree);
        // When
        channels.send(PHONE, Notices.ring()).join();
        // Then
        assertThat(sent.join()).isEqualTo(contentFree ? Notices.ring().contentFree() : Notices.ring());
    }

    @Test
    void eachResultIsCountedByChannelKindAndOutcome() {
        // Given
        PushChannel channels = channels(DIALLED, all(accepting("a")));
        // When
        channels.send(PHONE, Notices.ring()).join();
        channels.send(PHONE, Notices.ring()).join();
        // Then
        assertThat(meters.get("ringline.push.sent")
                        .tags("channel", "fcm", "kind", "ring", "outcome", "accepted")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void aDefectOfAProviderIsAFailureThatShowsNoToken() {
        // Given
        PushChannel channels = channels(DIALLED, all((_, _) -> {
            throw new IllegalStateException("token");
        }));
        // When
        PushResult result = channels.send(PHONE, Notices.ring()).join();
        // Then
        assertThat(result).isEqualTo(new Failed("IllegalStateException", null));
    }

    @Test
    void whoWaitsForAResultMayBlock() {
        // Given
        PushChannel channels = channels(DIALLED, all(accepting("a")));
        var later = new CompletableFuture<PushResult>();
        PushChannel slow = channels(DIALLED, all((_, _) -> new Attempt.Ready("host", () -> later)));
        CompletableFuture<Boolean> onVirtualThread = slow.send(PHONE, Notices.ring())
                .thenApply(_ -> Thread.currentThread().isVirtual());
        // When
        later.complete(channels.send(PHONE, Notices.ring()).join());
        // Then
        assertThat(onVirtualThread.join()).isTrue();
    }

    private PushChannel channels(Instant now, Providers providers) {
        return channels(now, providers, false);
    }

    private PushChannel channels(Instant now, Providers providers, boolean contentFree) {
        var gates = new EndpointGates(new PushProperties(Duration.ofSeconds(20), 16, null, false));
        return new PushChannels(providers, gates, InstantSource.fixed(now), meters, contentFree);
    }

    private static Providers all(PushProvider provider) {
        return new Providers(provider, provider, provider);
    }

    private static PushProvider accepting(String id) {
        return (_, _) -> new Attempt.Ready("host", () -> CompletableFuture.completedFuture(new Accepted(id)));
    }
}
