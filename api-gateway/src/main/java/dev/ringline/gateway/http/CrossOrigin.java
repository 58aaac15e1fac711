package dev.ringline.gateway.http;

import dev.ringline.http.Caller;
import dev.ringline.http.Problem;
import dev.ringline.http.ProblemException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;

/** Web pages of configured origins may send what the API takes; others are told so. Cookies are of no use here. */
final class CrossOrigin extends DefaultCorsProcessor {

    static CorsConfiguration allowing(List<String> origins) {
        var configuration = new CorsConfiguration();
        configuration.setAllowedOriginPatterns(origins);
        configuration.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
        configuration.setAllowedHeaders(List.of(
                HttpHeaders.AUTHORIZATION,
                HttpHeaders.CONTENT_TYPE,
                Caller.DEVICE_HEADER,
                "Idempotency-Key",
                "traceparent",
                "tracestate"));
        configuration.setExposedHeaders(
                List.of(HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE));
        configuration.setMaxAge(Duration.ofHours(1));
        return configuration;
    }

    @Override
    protected void rejectRequest(ServerHttpResponse response) {
        throw new ProblemException(Problem.of(
                403, "forbidden", "Web pages of this origin may not send this: configure the origin at the gateway."));
    }
}
