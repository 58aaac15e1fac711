package dev.ringline.http.failure;

import dev.ringline.http.Problem;
import dev.ringline.http.ProblemSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** Requests without a token, with a bad one, or with one that does not suffice. */
@Order(0)
public final class SecurityFailures implements ProblemSource {

    @Override
    public @Nullable Problem problemOf(Throwable failure) {
        return switch (failure) {
            case AuthenticationServiceException _ ->
                Problem.unavailable("Tokens cannot be checked now; send the same request again.");
            case OAuth2AuthenticationException _ ->
                unauthenticated(
                        "Bearer error=\"invalid_token\"",
                        "Get a new bearer token: this one is malformed, expired, "
                                + "signed with an unknown key, or meant for something else.");
            case AuthenticationException _ ->
                unauthenticated("Bearer", "Send a bearer token in the Authorization header.");
            case AccessDeniedException _ -> StatusProblems.of(403, Map.of());
            default -> null;
        };
    }

    private static Problem unauthenticated(String challenge, String detail) {
        return Problem.of(401, "unauthenticated", detail).withHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
    }
}
