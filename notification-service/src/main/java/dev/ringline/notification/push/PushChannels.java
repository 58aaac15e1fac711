package dev.ringline.notification.push;

import dev.ringline.notification.push.PushProvider.Attempt.Ready;
import dev.ringline.notification.push.PushProvider.Attempt.Settled;
import dev.ringline.notification.push.PushResult.Failed;
import dev.ringline.notification.push.PushResult.Refused;
import dev.ringline.notification.push.PushTarget.ApnsAlert;
import dev.ringline.notification.push.PushTarget.ApnsVoip;
import dev.ringline.notification.push.PushTarget.Fcm;
import dev.ringline.notification.push.PushTarget.WebPush;
import dev.ringline.notification.push.outbound.EndpointGates;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The front: chooses the provider by the target's type, sends through the gate of the provider's host, and counts what
 * came of it. Sends nothing whose time is over. Results are handed over on virtual threads, so who waits may block.
 */
final class PushChannels implements PushChannel {

    private static final Logger log = LoggerFactory.getLogger(PushChannels.class);

    private final Providers providers;
    private final EndpointGates gates;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final boolean contentFree;

    /** @param contentFree whether pushes leave out who calls and where */
    PushChannels(
            Providers providers, EndpointGates gates, InstantSource clock, MeterRegistry meters, boolean contentFree) {
        this.providers = providers;
        this.gates = gates;
        this.clock = clock;
        this.meters = meters;
        this.contentFree = contentFree;
    }

    /** One for each kind of target. */
    record Providers(PushProvider apns, PushProvider fcm, PushProvider webPush) {

        PushProvider of(PushTarget target) {
            return switch (target) {
                case ApnsVoip _, ApnsAlert _ -> apns;
                case Fcm _ -> fcm;
                case WebPush _ -> webPush;
            };
        }
    }

    @Override
    public CompletableFuture<PushResult> send(PushTarget target, PushNotice notice) {
        return attempted(target, contentFree ? notice.contentFree() : notice)
                .thenApplyAsync(result -> counted(target, notice, result), Thread::startVirtualThread);
    }

    private CompletableFuture<PushResult> attempted(PushTarget target, PushNotice notice) {
        if (notice.remaining(clock.instant()).isZero()) {
            return CompletableFuture.completedFuture(new Refused("its time is over"));
        }
        try {
            return switch (providers.of(target).attempt(target, notice)) {
                case Settled(PushResult result) -> CompletableFuture.completedFuture(result);
                case Ready ready -> gates.through(ready.host(), ready.request());
            };
        } catch (RuntimeException defect) {
            // not with its message, which may hold what must not be shown
            log.error(
                    "Could not make a {} push for call {}: {} at {}",
                    target.channel(),
                    notice.callId(),
                    defect.getClass().getName(),
                    defect.getStackTrace());
            return CompletableFuture.completedFuture(
                    new Failed(defect.getClass().getSimpleName(), null));
        }
    }

    private PushResult counted(PushTarget target, PushNotice notice, PushResult result) {
        meters.counter(
                        "ringline.push.sent",
                        "channel",
                        target.channel(),
                        "kind",
                        notice.kind().word(),
                        "outcome",
                        result.outcome())
                .increment();
        return result;
    }
}
