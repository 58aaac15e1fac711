package dev.ringline.http.reactive;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;

/**
 * Leaves requests out of metrics and traces that stay open for hours: how long they took says nothing, and each would keep
 * what was noted of it for as long. So do those that are refused: count these elsewhere.
 *
 * @param path of all of them
 */
public record LongRequests(String path) implements ObservationPredicate {

    @Override
    public boolean test(String name, Observation.Context context) {
        return !(context instanceof ServerRequestObservationContext exchange && isOneOf(exchange.getCarrier()));
    }

    private boolean isOneOf(@Nullable ServerHttpRequest request) {
        return request != null && request.getPath().value().equals(path);
    }
}
