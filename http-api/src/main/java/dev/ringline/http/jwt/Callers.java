package dev.ringline.http.jwt;

import dev.ringline.http.Caller;
import dev.ringline.http.OpaqueIdRule;
import dev.ringline.http.Problem;
import dev.ringline.http.ProblemException;
import dev.ringline.http.ring.RingTokens;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Tells from a valid token and the device header who asks. */
public final class Callers {

    private static final String SESSION_CLAIM = "sid";

    private final String userClaim;
    private final @Nullable String deviceClaim;

    public Callers(SecurityProperties properties) {
        this.userClaim = properties.userClaim();
        this.deviceClaim = properties.deviceClaim();
    }

    /**
     * The caller.
     *
     * @param header the value of {@value Caller#DEVICE_HEADER}, if any
     * @throws ProblemException 400 {@code invalid-request} for a device that is no opaque id, 403 {@code forbidden} for
     *     one that the token is not bound to
     */
    public Caller of(Jwt token, @Nullable String header) {
        if (header != null) {
            OpaqueIdRule.require(Caller.DEVICE_HEADER, header);
        }
        return RingTokens.isOne(token) ? woken(token, header) : atHome(token, header);
    }

    private Caller atHome(Jwt token, @Nullable String header) {
        var user = Objects.requireNonNull(token.getClaimAsString(userClaim));
        return new Caller(user, device(token, header), null, Objects.requireNonNull(token.getExpiresAt()));
    }

    private static Caller woken(Jwt token, @Nullable String header) {
        return new Caller(
                Objects.requireNonNull(token.getSubject()),
                boundDevice(token.getClaimAsString(RingTokens.DEVICE), header),
                token.getClaimAsString(RingTokens.CALL),
                Objects.requireNonNull(token.getExpiresAt()));
    }

    private @Nullable String device(Jwt token, @Nullable String header) {
        if (deviceClaim != null) {
            return boundDevice(token.getClaimAsString(deviceClaim), header);
        }
        return header == null ? opaque(token.getClaimAsString(SESSION_CLAIM)) : header;
    }

    private static @Nullable String boundDevice(@Nullable String bound, @Nullable String header) {
        if (header != null && !header.equals(bound)) {
            throw new ProblemException(Problem.of(
                    403,
                    "forbidden",
                    "The token is bound to another device; send its own in " + Caller.DEVICE_HEADER + "."));
        }
        return opaque(bound);
    }

    private static @Nullable String opaque(@Nullable String id) {
        return OpaqueIdRule.accepts(id) ? id : null;
    }
}
