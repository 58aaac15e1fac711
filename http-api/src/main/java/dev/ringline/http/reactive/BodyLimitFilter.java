package dev.ringline.http.reactive;

import dev.ringline.http.HttpApiProperties;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Refuses large bodies: at once when the length is told, else as soon as more came than is allowed. Refuses bodies that
 * do not come, lest a client hold up a service, or the gateway's connection to one, with a promise.
 */
@Order(BodyLimitFilter.BEFORE_SECURITY)
final class BodyLimitFilter implements WebFilter {

    static final int BEFORE_SECURITY = -1_000;

    private final HttpApiProperties properties;

    BodyLimitFilter(HttpApiProperties properties) {
        this.properties = properties;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        return request.getHeaders().getContentLength() > properties.maxBody().toBytes()
                ? Mono.error(properties::tooLarge)
                : chain.filter(exchange.mutate().request(new Limited(request)).build());
    }

    private final class Limited extends ServerHttpRequestDecorator {

        Limited(ServerHttpRequest request) {
            super(request);
        }

        @Override
        public Flux<DataBuffer> getBody() {
            var read = new AtomicLong();
            return super.getBody()
                    .map(buffer -> counted(buffer, read))
                    .takeUntilOther(Mono.delay(properties.bodyTimeout()).then(Mono.error(properties::tooSlow)));
        }

        private DataBuffer counted(DataBuffer buffer, AtomicLong read) {
            if (read.addAndGet(buffer.readableByteCount())
                    > properties.maxBody().toBytes()) {
                DataBufferUtils.release(buffer);
                throw properties.tooLarge();
            }
            return buffer;
        }
    }
}
