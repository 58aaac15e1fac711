package dev.ringline.call.limits;

import dev.ringline.call.limits.RateLimits.Limit;
import dev.ringline.http.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Counts the requests of each user before anything is done for them. */
final class LimitInterceptor implements HandlerInterceptor {

    private final RateLimits limits;

    LimitInterceptor(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Principal user = request.getUserPrincipal();
        if (user != null) {
            Limit limit = limit(request);
            limits.take(Limit.USER, user.getName());
            limits.take(limit, who(limit, user.getName(), request));
        }
        return true;
    }

    private static Limit limit(HttpServletRequest request) {
        boolean read = request.getMethod().equals("GET");
        String pattern = Objects.toString(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE), "");
        if (pattern.equals("/v1/calls")) {
            return read ? Limit.COMMAND : Limit.DIAL;
        }
        if (pattern.equals("/v1/calls/incoming")) {
            return Limit.INCOMING;
        }
        return read || pattern.endsWith("/heartbeat") ? Limit.STATUS : Limit.COMMAND;
    }

    /** A separator that no id can hold keeps them apart. */
    private static String who(Limit limit, String user, HttpServletRequest request) {
        String device = Objects.toString(request.getHeader(Caller.DEVICE_HEADER), "");
        return switch (limit) {
            case USER, DIAL -> user;
            case INCOMING, COMMAND -> user + "\n" + device;
            case STATUS -> user + "\n" + device + "\n" + callId(request);
        };
    }

    private static String callId(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? Objects.toString(variables.get("callId"), "")
                : "";
    }
}
