package dev.ringline.http.ring;

import java.util.Map;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Where somebody who comes with a {@linkplain RingTokens ring token} may go: to his call, and nowhere else. */
public final class RingAccess {

    /** The variable of paths that are about one call. */
    public static final String CALL_ID = "callId";

    private RingAccess() {}

    /** For everything that is not about the ring of one call: only with a token of the app. */
    public static AuthorizationResult withSession(Authentication authentication) {
        return new AuthorizationDecision(
                authentication instanceof JwtAuthenticationToken known && !RingTokens.isOne(known.getToken()));
    }

    /** For the ring of one call: with a token of the app, or with the ring token of that call. */
    public static AuthorizationResult toCall(Authentication authentication, Map<String, ?> pathVariables) {
        return new AuthorizationDecision(authentication instanceof JwtAuthenticationToken known
                && (!RingTokens.isOne(known.getToken())
                        || String.valueOf(pathVariables.get(CALL_ID))
                                .equals(known.getToken().getClaimAsString(RingTokens.CALL))));
    }
}
