package dev.ringline.notification.stream;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** Server-Sent Events on the wire. */
final class EventStream {

    private EventStream() {}

    /**
     * Writes each frame when the one before it has left for the network. The response's own way of writing would take
     * everything at once and pile it up for a client that does not read. The connection ends with the stream: kept by a
     * gateway, it would lead the next stream past the balancer to this replica, be it about to leave or not.
     */
    static Mono<Void> write(Flux<byte[]> frames, ServerHttpResponse response) {
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.TEXT_EVENT_STREAM);
        headers.setCacheControl(CacheControl.noStore());
        headers.setConnection("close");
        headers.set("X-Accel-Buffering", "no");
        HttpServerResponse wire = wire(response);
        Mono<Void> headersSent =
                response.setComplete().then(Mono.defer(() -> wire.sendHeaders().then()));
        return headersSent
                .thenMany(frames.concatMap(bytes -> wire.sendByteArray(chunk(bytes)), 1))
                .then();
    }

    /** Closes the connection below the response, whatever it still holds. */
    static void hangUp(ServerHttpResponse response) {
        wire(response).withConnection(Disposable::dispose);
    }

    private static HttpServerResponse wire(ServerHttpResponse response) {
        return ServerHttpResponseDecorator.getNativeResponse(response);
    }

    /** Hidden, because a scalar would be written as a whole body, which the chunked response swallows. */
    private static Flux<byte[]> chunk(byte[] bytes) {
        return Flux.just(bytes).hide();
    }
}
