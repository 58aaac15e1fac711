package dev.ringline.notification.stream;

import dev.ringline.http.Caller;
import dev.ringline.notification.LiveCalls;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Serves the live stream. */
@RestController
final class StreamController {

    private final LiveCalls calls;
    private final Connections connections;
    private final IncomingCalls incoming;
    private final StreamMetrics metrics;

    StreamController(LiveCalls calls, Connections connections, IncomingCalls incoming, StreamMetrics metrics) {
        this.calls = calls;
        this.connections = connections;
        this.incoming = incoming;
        this.metrics = metrics;
    }

    @GetMapping(path = "/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<Void> stream(Caller caller, ServerHttpResponse response) {
        StreamOwner owner =
                new StreamOwner(caller.userId(), caller.requireDevice(), caller.ringingCall(), caller.tokenExpiresAt());
        return Mono.using(
                () -> connections.register(owner), connection -> serve(connection, response), connections::remove);
    }

    private Mono<Void> serve(Connection connection, ServerHttpResponse response) {
        StreamOwner owner = connection.owner();
        return Mono.fromCallable(() -> incoming.complete(calls.snapshot(owner.userId(), owner.deviceId())))
                .subscribeOn(Schedulers.boundedElastic())
                .doOnNext(snapshot -> connections.open(connection, owner.mayHearOf(snapshot)))
                .then(Mono.defer(() -> write(connection, response)));
    }

    private Mono<Void> write(Connection connection, ServerHttpResponse response) {
        return EventStream.write(connection.frames(), response)
                .takeUntilOther(connection.cut())
                .onErrorResume(SlowReaderException.class, _ -> Mono.fromRunnable(() -> hangUp(response)));
    }

    private void hangUp(ServerHttpResponse response) {
        metrics.dropped();
        EventStream.hangUp(response);
    }
}
