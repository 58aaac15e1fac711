package dev.ringline.simulator.rest.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ringline.simulator.SimulatorClock;
import dev.ringline.simulator.SimulatorProperties;
import dev.ringline.simulator.app.Apps;
import dev.ringline.simulator.fault.Operation;
import dev.ringline.simulator.rest.Envelope;
import dev.ringline.simulator.rest.Paths;
import dev.ringline.simulator.room.ParticipantTokens;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The older API: Basic with the app's id and the API token, or, for what browsers ask, a participant's token as bearer.
 */
@Component
class LegacyGuard implements Guard {

    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    private final Apps apps;
    private final ParticipantTokens tokens;
    private final SimulatorClock clock;
    private final String apiKey;

    LegacyGuard(SimulatorProperties properties, Apps apps, ParticipantTokens tokens, SimulatorClock clock) {
        this.apps = apps;
        this.tokens = tokens;
        this.clock = clock;
        this.apiKey = properties.acceptedToken();
    }

    @Override
    public boolean guards(String path) {
        return path.startsWith(Paths.LEGACY + "/") || path.equals(Paths.ICE_SERVERS);
    }

    @Override
    public Passage check(HttpServletRequest request, Optional<Operation> operation) {
        if (operation.isEmpty()) {
            return new Passage.Refused(404, Envelope.kitError(404, "Error: resource not found"));
        }
        String given = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .orElse("");
        Optional<Caller> caller = Optional.empty();
        if (given.startsWith(BASIC)) {
            caller = server(given.substring(BASIC.length()));
        } else if (given.startsWith(BEARER) && operation.get().isOpenToParticipants()) {
            caller = participant(given.substring(BEARER.length()));
        }
        return caller.<Passage>map(Passage.Free::new)
                .orElseGet(() -> new Passage.Refused(401, Envelope.message("Unauthorized")));
    }

    private Optional<Caller> server(String credentials) {
        try {
            String[] parts = new String(Base64.getDecoder().decode(credentials), UTF_8).split(":", 2);
            boolean known =
                    parts.length == 2 && MessageDigest.isEqual(parts[1].getBytes(UTF_8), apiKey.getBytes(UTF_8));
            return known
                    ? apps.find(UUID.fromString(parts[0])).map(app -> new Caller(app, null, true))
                    : Optional.empty();
        } catch (IllegalArgumentException neitherBase64NorUuid) {
            return Optional.empty();
        }
    }

    private Optional<Caller> participant(String token) {
        return tokens.read(token)
                .filter(claims -> clock.instant().isBefore(claims.expiresAt()))
                .flatMap(claims -> apps.find(claims.orgId()).map(app -> new Caller(app, claims, true)));
    }
}
