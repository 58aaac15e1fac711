package dev.ringline.notification.push.fcm;

import dev.ringline.notification.push.PushNotice;
import dev.ringline.notification.push.PushProvider;
import dev.ringline.notification.push.PushResult;
import dev.ringline.notification.push.PushResult.Failed;
import dev.ringline.notification.push.PushTarget;
import dev.ringline.notification.push.PushTarget.Fcm;
import dev.ringline.notification.push.fcm.FcmProperties.App;
import dev.ringline.notification.push.outbound.OutboundHttp;
import dev.ringline.notification.push.outbound.Reply;
import dev.ringline.notification.push.outbound.Reply.Answer;
import dev.ringline.notification.push.outbound.Reply.NoAnswer;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** Google's rules: high priority, a life as long as the ring (four weeks otherwise), one message per call waiting. */
final class FcmProvider implements PushProvider {

    private static final int UNAUTHORIZED = 401;

    private final Map<String, ServiceAccount> accounts;
    private final FcmMessage messages = new FcmMessage();
    private final FcmAnswer answers = new FcmAnswer();
    private final URI google;
    private final OutboundHttp http;
    private final InstantSource clock;

    FcmProvider(FcmProperties settings, OutboundHttp http, InstantSource clock) {
        this.accounts =
                settings.apps().stream().collect(Collectors.toUnmodifiableMap(App::appId, ServiceAccount::read));
        this.google = settings.baseUrl();
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Attempt attempt(PushTarget target, PushNotice notice) {
        if (!(target instanceof Fcm fcm)) {
            throw new IllegalArgumentException("Not for Google: " + target);
        }
        ServiceAccount account = accounts.get(fcm.appId());
        if (account == null) {
            return Attempt.refused(
                    accounts.isEmpty() ? "fcm is not configured" : "fcm is not configured for the app " + fcm.appId());
        }
        return new Attempt.Ready(google.getAuthority(), () -> sent(new Message(account, fcm.token(), notice)));
    }

    /** @param device its token */
    private record Message(ServiceAccount account, String device, PushNotice notice) {}

    private CompletableFuture<PushResult> sent(Message message) {
        ServiceAccount account = message.account();
        return waitingFor(account::token)
                .thenCompose(token -> posted(message, token)
                        .thenCompose(reply -> isUnauthorized(reply)
                                ? waitingFor(() -> account.tokenOtherThan(token))
                                        .thenCompose(other -> posted(message, other))
                                : CompletableFuture.completedFuture(reply)))
                .thenApply(answers::read)
                .exceptionally(FcmProvider::withoutToken);
    }

    /** The access token may have been waited for: only now is it known how much time is left, if any. */
    private CompletableFuture<Reply> posted(Message message, String token) {
        Instant now = clock.instant();
        if (message.notice().remaining(now).isZero()) {
            return CompletableFuture.completedFuture(new NoAnswer("its time is over"));
        }
        URI url = google.resolve("/v1/projects/" + message.account().project() + "/messages:send");
        Map<String, String> headers =
                Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json; charset=utf-8");
        return http.post(url, headers, messages.body(message.device(), message.notice(), now));
    }

    private static boolean isUnauthorized(Reply reply) {
        return reply instanceof Answer answer && answer.status() == UNAUTHORIZED;
    }

    private static PushResult withoutToken(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return new Failed("no access token: " + cause.getClass().getSimpleName(), null);
    }

    private static CompletableFuture<String> waitingFor(Callable<String> token) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return token.call();
                    } catch (IOException noToken) {
                        throw new CompletionException(noToken);
                    } catch (Exception defect) {
                        throw new IllegalStateException(defect);
                    }
                },
                Thread::startVirtualThread);
    }
}
