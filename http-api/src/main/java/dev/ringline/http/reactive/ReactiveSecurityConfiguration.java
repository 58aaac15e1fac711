package dev.ringline.http.reactive;

import dev.ringline.http.ProblemException;
import dev.ringline.http.failure.StatusProblems;
import dev.ringline.http.jwt.Callers;
import dev.ringline.http.jwt.JwtConfiguration;
import dev.ringline.http.jwt.Paths;
import dev.ringline.http.jwt.SecurityProperties;
import dev.ringline.http.ring.RingAccess;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverterAdapter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A valid token for everything but the probes. Refusals are errors, so that {@link ProblemHandler} answers them. */
@AutoConfiguration(
        after = JwtConfiguration.class,
        beforeName = {
            "org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive"
                    + ".ReactiveOAuth2ResourceServerAutoConfiguration"
        })
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnClass(SecurityWebFilterChain.class)
public class ReactiveSecurityConfiguration {

    private static final ServerAuthenticationEntryPoint UNAUTHENTICATED = (exchange, failure) -> Mono.error(failure);
    private static final ServerAccessDeniedHandler FORBIDDEN = (exchange, failure) -> Mono.error(failure);

    /** Fetching keys blocks, seldom; it must not hold up the event loop. */
    @Bean
    ReactiveJwtDecoder reactiveJwtDecoder(JwtDecoder decoder) {
        return token -> Mono.fromCallable(() -> decoder.decode(token)).subscribeOn(Schedulers.boundedElastic());
    }

    @Bean
    SecurityWebFilterChain tokenRequired(
            ServerHttpSecurity http, SecurityProperties properties, JwtAuthenticationConverter converter) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(requests -> authorize(requests, "SCOPE_" + properties.adminScope()))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(UNAUTHENTICATED).accessDeniedHandler(FORBIDDEN))
                .oauth2ResourceServer(tokens -> tokens.authenticationEntryPoint(UNAUTHENTICATED)
                        .accessDeniedHandler(FORBIDDEN)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(
                                new ReactiveJwtAuthenticationConverterAdapter(converter))))
                .build();
    }

    /**
     * Methods that nobody has are refused by the paths, which know those that they have; header values by whoever reads
     * them, who can name the header. The server itself takes no value that could end a line.
     */
    @Bean
    ServerWebExchangeFirewall anyMethodAndHeader() {
        var firewall = new StrictServerWebExchangeFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowedHeaderValues(value -> true);
        return firewall;
    }

    @Bean
    ServerExchangeRejectedHandler refusedByTheFirewall() {
        return (exchange, refusal) -> Mono.error(new ProblemException(StatusProblems.of(400, Map.of())));
    }

    /** Each request is observed as a whole; to observe the checks of its token as well would cost more than they do. */
    @Bean
    SecurityObservationSettings unobservedChecks() {
        return SecurityObservationSettings.noObservations();
    }

    private static void authorize(AuthorizeExchangeSpec requests, String admin) {
        requests.pathMatchers(Paths.open())
                .permitAll()
                .pathMatchers(Paths.admin())
                .hasAuthority(admin)
                .pathMatchers(HttpMethod.GET, Paths.STREAM)
                .authenticated()
                .anyExchange()
                .access((authentication, _) -> authentication.map(RingAccess::withSession));
    }

    @Bean
    WebFluxConfigurer callerArgument(Callers callers) {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
                resolvers.addCustomResolver(new CallerArgument(callers));
            }
        };
    }
}
