package dev.ringline.simulator.rest.gateway;

import dev.ringline.simulator.fault.Fault;
import dev.ringline.simulator.fault.Fault.Plain;
import dev.ringline.simulator.fault.Faults;
import dev.ringline.simulator.fault.Faults.Armed;
import dev.ringline.simulator.fault.Operation;
import dev.ringline.simulator.rest.Envelope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Lets a request meet the fault that is switched on for its operation. */
@Component
@Order(2)
class FaultFilter extends OncePerRequestFilter {

    private static final String PAGE = "<html><head><title>502 Bad Gateway</title></head>"
            + "<body><center><h1>502 Bad Gateway</h1></center></body></html>";

    private final Faults faults;
    private final Answers answers;

    FaultFilter(Faults faults, Answers answers) {
        this.faults = faults;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !(request.getAttribute(Operation.class.getName()) instanceof Operation);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Operation operation = (Operation) request.getAttribute(Operation.class.getName());
        Optional<Armed> hit = faults.next(operation);
        if (hit.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            carryOut(hit.get(), new Exchange(request, response, chain));
        }
    }

    private void carryOut(Armed armed, Exchange exchange) throws ServletException, IOException {
        HttpServletResponse response = exchange.response();
        switch (armed.fault()) {
            case Fault.RateLimited limit -> limit(response, limit);
            case Fault.SlowAnswer slow -> answerLate(exchange, armed, slow.delay());
            case Plain.CODE_971_IN_200 -> answers.json(response, 200, rateLimited());
            case Plain.HTML_502 -> answers.text(response, 502, MediaType.TEXT_HTML_VALUE, PAGE);
            case Plain.BROKEN_JSON ->
                answers.text(response, 200, MediaType.APPLICATION_JSON_VALUE, "{\"success\":true,\"data\":{");
            case Plain.NOT_FOUND -> answers.json(response, 404, Envelope.kitError(404, "Error: resource not found"));
            case Plain.DOWN -> AbruptClose.request(exchange.request());
            case Plain.RESET_AFTER_COMMIT -> {
                exchange.proceed();
                AbruptClose.request(exchange.request());
            }
        }
    }

    private void limit(HttpServletResponse response, Fault.RateLimited limit) throws IOException {
        long seconds = limit.retryAfter().toSeconds();
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        response.setHeader("Ratelimit", "\"default\";r=0;t=" + seconds);
        response.setHeader("Ratelimit-Policy", "\"default\";q=1200;w=300");
        if (limit.withBody()) {
            answers.json(response, 429, rateLimited());
        } else {
            response.setStatus(429);
        }
    }

    private static void answerLate(Exchange exchange, Armed armed, Duration delay)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = exchange.proceed();
        try {
            armed.await(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answer.copyBodyToResponse();
    }

    private static Envelope rateLimited() {
        return Envelope.gatewayError(971, "Rate limited");
    }

    private record Exchange(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {

        /** Does the work and keeps the answer back. */
        private ContentCachingResponseWrapper proceed() throws ServletException, IOException {
            ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
            chain.doFilter(request, answer);
            return answer;
        }
    }
}
