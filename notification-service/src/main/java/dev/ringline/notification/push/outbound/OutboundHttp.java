package dev.ringline.notification.push.outbound;

import dev.ringline.notification.push.PushProperties;
import dev.ringline.notification.push.outbound.Reply.Answer;
import dev.ringline.notification.push.outbound.Reply.ForbiddenAddress;
import dev.ringline.notification.push.outbound.Reply.NoAnswer;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.resolver.AddressResolverGroup;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/**
 * Posts to servers that others run. A request is sent once and not repeated, redirects are not followed, of a body only
 * the first 8 KiB are read, the whole takes no longer than the time limit, and the address that is connected to is the
 * one that was checked.
 */
public final class OutboundHttp implements AutoCloseable {

    private static final int LONGEST_BODY = 8 * 1024;
    private static final int CONNECTIONS_PER_HOST = 64;
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration FORGETTING = Duration.ofMinutes(5);
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(2);

    private final ConnectionProvider connections;
    private final HttpClient client;
    private final AddressRule addresses;
    private final Duration limit;
    private final InstantSource clock;

    /** Creates a client with connections of its own. */
    public OutboundHttp(PushProperties settings, AddressRule addresses, InstantSource clock) {
        this(settings, addresses, clock, null);
    }

    OutboundHttp(
            PushProperties settings,
            AddressRule addresses,
            InstantSource clock,
            @Nullable AddressResolverGroup<?> names) {
        this.addresses = addresses;
        this.limit = settings.timeLimit();
        this.clock = clock;
        this.connections = ConnectionProvider.builder("push")
                .maxConnections(CONNECTIONS_PER_HOST)
                .pendingAcquireMaxCount(settings.mostAtOncePerHost())
                .pendingAcquireTimeout(limit)
                .maxIdleTime(IDLE)
                .evictInBackground(IDLE)
                .disposeInactivePoolsInBackground(FORGETTING, FORGETTING)
                .build();
        this.client = resolving(names, trusting(settings.trustedCertificatesFile(), bounded()));
    }

    private HttpClient bounded() {
        Duration connect = limit.compareTo(LONGEST_CONNECT) < 0 ? limit : LONGEST_CONNECT;
        return HttpClient.create(connections)
                .disableRetry(true)
                .followRedirect(false)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(connect.toMillis()))
                .resolvedAddressesSelector((_, resolved) -> addresses.allowed(resolved));
    }

    private static HttpClient trusting(@Nullable Path certificates, HttpClient client) {
        return certificates == null
                ? client.secure()
                : client.secure(spec -> spec.sslContext(Http11SslContextSpec.forClient()
                        .configure(context -> context.trustManager(certificates.toFile()))));
    }

    private static HttpClient resolving(@Nullable AddressResolverGroup<?> names, HttpClient client) {
        return names == null ? client : client.resolver(names);
    }

    /** Sends one request; the future always ends with a reply. Cancelling it ends the request. */
    @SuppressWarnings("NullAway") // a single() does not end without a value
    public CompletableFuture<Reply> post(URI url, Map<String, String> headers, byte[] body) {
        if (addresses.forbidsLiteral(url)) {
            return CompletableFuture.completedFuture(new ForbiddenAddress(url.getHost()));
        }
        return client.headers(all -> headers.forEach(all::set))
                .post()
                .uri(url)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .response((response, content) -> beginning(content).map(read -> answer(response, read)))
                .single()
                .timeout(limit)
                .onErrorResume(failure -> Mono.just(failed(url, failure)))
                .toFuture();
    }

    /** Leaving the rest unread closes the connection. */
    private static Mono<byte[]> beginning(ByteBufFlux content) {
        return content.asByteArray()
                .scanWith(ByteArrayOutputStream::new, OutboundHttp::append)
                .takeUntil(read -> read.size() >= LONGEST_BODY)
                .last()
                .map(ByteArrayOutputStream::toByteArray);
    }

    private static ByteArrayOutputStream append(ByteArrayOutputStream read, byte[] more) {
        read.write(more, 0, Math.min(more.length, LONGEST_BODY - read.size()));
        return read;
    }

    private Reply answer(HttpClientResponse response, byte[] body) {
        return new Answer(
                response.status().code(),
                RetryAfter.read(response.responseHeaders().get(HttpHeaderNames.RETRY_AFTER), clock.instant()),
                body);
    }

    private Reply failed(URI url, Throwable failure) {
        return switch (failure) {
            case ForbiddenAddressException _ -> new ForbiddenAddress(url.getHost());
            case TimeoutException _ -> new NoAnswer("no whole answer within " + limit.toMillis() + " ms");
            default -> new NoAnswer(failure.getClass().getSimpleName());
        };
    }

    @Override
    public void close() {
        connections.dispose();
    }
}
