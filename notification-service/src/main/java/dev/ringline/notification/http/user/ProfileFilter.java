package dev.ringline.notification.http.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.ringline.http.jwt.SecurityProperties;
import dev.ringline.notification.rules.erasure.Erasure;
import dev.ringline.notification.rules.user.Profile;
import dev.ringline.notification.rules.user.Users;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Learns from each valid token how its user is called. No request waits for that, and the store is asked only when a
 * token says something new.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
final class ProfileFilter implements WebFilter {

    private static final Logger LOG = LoggerFactory.getLogger(ProfileFilter.class);
    private static final long MOST_USERS = 50_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Users users;
    private final Erasure erasure;
    private final ProfileProperties claims;
    private final String userClaim;
    private final Executor background;
    private final Cache<String, Profile> known = Caffeine.newBuilder()
            .maximumSize(MOST_USERS)
            .expireAfterWrite(REMEMBERED)
            .build();

    ProfileFilter(
            Users users, Erasure erasure, ProfileProperties claims, SecurityProperties security, Executor background) {
        this.users = users;
        this.erasure = erasure;
        this.claims = claims;
        this.userClaim = security.userClaim();
        this.background = background;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .doOnNext(caller -> learn(caller.getToken()))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    private void learn(Jwt token) {
        Profile told = Profile.showing(text(token, claims.nameClaim()), text(token, claims.pictureClaim()));
        String userId = Objects.requireNonNull(token.getClaimAsString(userClaim));
        if (!told.equals(Profile.UNKNOWN) && !told.equals(known.getIfPresent(userId))) {
            known.put(userId, told);
            background.execute(() -> keep(userId, told));
        }
    }

    private void keep(String userId, Profile told) {
        try {
            erasure.unlessErased(userId, () -> users.name(userId, told));
        } catch (DataAccessException e) {
            known.invalidate(userId);
            LOG.atWarn().setCause(e).log("A name could not be kept; the next request tells it again");
        }
    }

    private static @Nullable String text(Jwt token, String claim) {
        return token.getClaim(claim) instanceof String text ? text : null;
    }
}
