package dev.ringline.simulator.rest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ringline.simulator.SimulatorProperties;
import dev.ringline.simulator.fault.Operation;
import dev.ringline.simulator.fault.RequestCounts;
import dev.ringline.simulator.rest.Envelope;
import dev.ringline.simulator.rest.Paths;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts a request, checks its bearer token and knows where it is going. Errors are in the gateway's envelope. */
@Component
@Order(1)
class GatewayFilter extends OncePerRequestFilter {

    private static final String ACCOUNTS = Paths.CLIENT + "/accounts/";

    private final RequestCounts counts;
    private final Answers answers;
    private final String credentials;
    private final String ownApp;

    GatewayFilter(SimulatorProperties properties, RequestCounts counts, Answers answers) {
        this.counts = counts;
        this.answers = answers;
        this.credentials = "Bearer " + properties.acceptedToken();
        this.ownApp = ACCOUNTS + properties.accountId() + "/realtime/kit/" + properties.appId() + "/";
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(Paths.CLIENT + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Operation> operation = Operation.of(request.getMethod(), request.getRequestURI());
        operation.ifPresent(counts::count);
        String given = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (given != null && !given.startsWith("Bearer ")) {
            answers.json(response, 400, Envelope.gatewayError(6003, "Invalid request headers"));
        } else if (!isAccepted(given)) {
            answers.json(response, 401, Envelope.gatewayError(10000, "Authentication error"));
        } else if (operation.isEmpty() || isForeign(request.getRequestURI())) {
            answers.json(response, 404, Envelope.gatewayError(7003, "Could not route to " + request.getRequestURI()));
        } else {
            request.setAttribute(Operation.class.getName(), operation.get());
            chain.doFilter(request, response);
        }
    }

    private boolean isAccepted(@Nullable String given) {
        return given != null && MessageDigest.isEqual(given.getBytes(UTF_8), credentials.getBytes(UTF_8));
    }

    private boolean isForeign(String path) {
        return path.startsWith(ACCOUNTS) && !path.startsWith(ownApp);
    }
}
