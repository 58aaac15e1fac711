package dev.ringline.simulator.rest.gateway;

import dev.ringline.simulator.fault.Quota;
import dev.ringline.simulator.fault.Quota.Verdict;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts the requests of the API token against its quota. Participants' browsers are not counted. */
@Component
@Order(2)
class QuotaFilter extends OncePerRequestFilter {

    private final Quota quota;
    private final RateLimits limits;

    QuotaFilter(Quota quota, RateLimits limits) {
        this.quota = quota;
        this.limits = limits;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !(request.getAttribute(Caller.class.getName()) instanceof Caller caller) || caller.participant() != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Verdict verdict = quota.take();
        if (verdict != null) {
            limits.announce(request, response, verdict.limit(), verdict.remaining(), verdict.reset());
        }
        if (verdict == null || verdict.allowed()) {
            chain.doFilter(request, response);
        } else {
            limits.refuse(request, response, verdict.reset(), true);
        }
    }
}
