package dev.ringline.simulator.rest.gateway;

import dev.ringline.simulator.fault.Operation;
import dev.ringline.simulator.fault.RequestCounts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts a request, and lets it go on once its guard has let it in. */
@Component
@Order(1)
class GatewayFilter extends OncePerRequestFilter {

    private final RequestCounts counts;
    private final Answers answers;
    private final List<Guard> guards;

    GatewayFilter(RequestCounts counts, Answers answers, List<Guard> guards) {
        this.counts = counts;
        this.answers = answers;
        this.guards = guards;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return guard(request).isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Operation> operation = Operation.of(request.getMethod(), request.getRequestURI());
        operation.ifPresent(counts::count);
        switch (guard(request).orElseThrow().check(request, operation)) {
            case Passage.Refused refused -> answers.json(response, refused.status(), refused.body());
            case Passage.Free free -> {
                request.setAttribute(Operation.class.getName(), operation.orElseThrow());
                request.setAttribute(Caller.class.getName(), free.caller());
                chain.doFilter(request, response);
            }
        }
    }

    private Optional<Guard> guard(HttpServletRequest request) {
        return guards.stream()
                .filter(guard -> guard.guards(request.getRequestURI()))
                .findFirst();
    }
}
