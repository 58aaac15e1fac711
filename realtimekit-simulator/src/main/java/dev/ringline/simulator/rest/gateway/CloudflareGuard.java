package dev.ringline.simulator.rest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ringline.simulator.SimulatorProperties;
import dev.ringline.simulator.app.App;
import dev.ringline.simulator.app.Apps;
import dev.ringline.simulator.fault.Operation;
import dev.ringline.simulator.rest.Envelope;
import dev.ringline.simulator.rest.Paths;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The current API: a bearer token, and the account and the app in the path. Errors are in the gateway's envelope. */
@Component
class CloudflareGuard implements Guard {

    private static final Pattern OF_ACCOUNT = Pattern.compile(Paths.CLIENT + "/accounts/([^/]+)/realtime/kit/apps");
    private static final Pattern OF_APP = Pattern.compile(Paths.CLIENT + "/accounts/([^/]+)/realtime/kit/([^/]+)/.*");

    private final Apps apps;
    private final String account;
    private final String credentials;

    CloudflareGuard(SimulatorProperties properties, Apps apps) {
        this.apps = apps;
        this.account = properties.accountId();
        this.credentials = "Bearer " + properties.acceptedToken();
    }

    @Override
    public boolean guards(String path) {
        return path.startsWith(Paths.CLIENT + "/");
    }

    @Override
    public Passage check(HttpServletRequest request, Optional<Operation> operation) {
        String given = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (given != null && !given.startsWith("Bearer ")) {
            return refused(400, 6003, "Invalid request headers");
        }
        if (!isAccepted(given)) {
            return refused(401, 10000, "Authentication error");
        }
        String path = request.getRequestURI();
        return operation
                .flatMap(known -> destination(known, path))
                .<Passage>map(Passage.Free::new)
                .orElseGet(() -> refused(404, 7003, "Could not route to " + path));
    }

    private boolean isAccepted(@Nullable String given) {
        return given != null && MessageDigest.isEqual(given.getBytes(UTF_8), credentials.getBytes(UTF_8));
    }

    private Optional<Caller> destination(Operation operation, String path) {
        return switch (operation) {
            case VERIFY_API_TOKEN -> Optional.of(new Caller(null, null, false));
            case LIST_APPS, CREATE_APP ->
                isOurs(OF_ACCOUNT.matcher(path)) ? Optional.of(new Caller(null, null, false)) : Optional.empty();
            default -> app(OF_APP.matcher(path)).map(app -> new Caller(app, null, false));
        };
    }

    private Optional<App> app(Matcher path) {
        return isOurs(path) ? uuid(path.group(2)).flatMap(apps::find) : Optional.empty();
    }

    private boolean isOurs(Matcher path) {
        return path.matches() && path.group(1).equals(account);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Passage refused(int status, int code, String message) {
        return new Passage.Refused(status, Envelope.gatewayError(code, message));
    }
}
