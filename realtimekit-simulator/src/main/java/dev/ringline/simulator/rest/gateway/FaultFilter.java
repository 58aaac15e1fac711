package dev.ringline.simulator.rest.gateway;

import dev.ringline.simulator.fault.Fault;
import dev.ringline.simulator.fault.Fault.Plain;
import dev.ringline.simulator.fault.Faults;
import dev.ringline.simulator.fault.Faults.Armed;
import dev.ringline.simulator.fault.Operation;
import dev.ringline.simulator.fault.Quota.Limit;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Lets a request meet the fault that is switched on for its operation. */
@Component
@Order(3)
class FaultFilter extends OncePerRequestFilter {

    private static final Limit PUBLISHED = new Limit(1200, Duration.ofMinutes(5), Duration.ofMinutes(5));

    private final Faults faults;
    private final RateLimits limits;
    private final Misanswers misanswers;

    FaultFilter(Faults faults, RateLimits limits, Misanswers misanswers) {
        this.faults = faults;
        this.limits = limits;
        this.misanswers = misanswers;
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
        switch (armed.fault()) {
            case Fault.RateLimited limit -> limit(exchange, limit);
            case Fault.SlowAnswer slow -> answerLate(exchange, armed, slow.delay());
            case Plain.DOWN -> AbruptClose.request(exchange.request());
            case Plain.RESET_AFTER_COMMIT -> {
                exchange.proceed();
                AbruptClose.request(exchange.request());
            }
            case Plain plain -> misanswers.give(exchange.response(), plain, armed);
        }
    }

    private void limit(Exchange exchange, Fault.RateLimited limit) throws IOException {
        limits.announce(exchange.request(), exchange.response(), PUBLISHED, 0, limit.retryAfter());
        limits.refuse(exchange.request(), exchange.response(), limit.retryAfter(), limit.withBody());
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

    private record Exchange(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {

        /** Does the work and keeps the answer back. */
        private ContentCachingResponseWrapper proceed() throws ServletException, IOException {
            ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
            chain.doFilter(request, answer);
            return answer;
        }
    }
}
