package dev.ringline.simulator.rest.gateway;

import dev.ringline.simulator.fault.Quota.Limit;
import dev.ringline.simulator.rest.Envelope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** How the two gateways speak of limits. */
@Component
class RateLimits {

    private final Answers answers;

    RateLimits(Answers answers) {
        this.answers = answers;
    }

    static Envelope rateLimited() {
        return Envelope.gatewayError(971, "Rate limited");
    }

    /** What every answer says while there is a limit; the older API says nothing. */
    void announce(
            HttpServletRequest request, HttpServletResponse response, Limit limit, int remaining, Duration reset) {
        if (!isLegacy(request)) {
            response.setHeader("Ratelimit", "\"default\";r=" + remaining + ";t=" + seconds(reset));
            response.setHeader(
                    "Ratelimit-Policy",
                    "\"default\";q=" + limit.requests() + ";w=" + limit.window().toSeconds());
        }
    }

    /** 429. The older API has no body for it, and other headers. */
    void refuse(HttpServletRequest request, HttpServletResponse response, Duration retryAfter, boolean withBody)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds(retryAfter)));
        if (isLegacy(request)) {
            response.setHeader("x-envoy-ratelimited", "true");
            response.setHeader(HttpHeaders.SERVER, "envoy");
            response.setStatus(429);
        } else if (withBody) {
            answers.json(response, 429, rateLimited());
        } else {
            response.setStatus(429);
        }
    }

    private static boolean isLegacy(HttpServletRequest request) {
        return request.getAttribute(Caller.class.getName()) instanceof Caller caller && caller.legacy();
    }

    /** Rounded up: who comes back after that long is let in. */
    private static long seconds(Duration time) {
        return time.plusMillis(999).toSeconds();
    }
}
