package dev.ringline.http.servlet;

import dev.ringline.http.jwt.Callers;
import dev.ringline.http.jwt.JwtConfiguration;
import dev.ringline.http.jwt.Paths;
import dev.ringline.http.jwt.SecurityProperties;
import dev.ringline.http.ring.RingAccess;
import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A valid token for everything but the probes. Refusals are thrown, so that {@link ProblemFilter} answers them. */
@AutoConfiguration(
        after = JwtConfiguration.class,
        beforeName = "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration")
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass(SecurityFilterChain.class)
public class ServletSecurityConfiguration {

    private static final AuthenticationEntryPoint UNAUTHENTICATED = (request, response, failure) -> {
        throw failure;
    };

    private static final AccessDeniedHandler FORBIDDEN = (request, response, failure) -> {
        throw failure;
    };

    @Bean
    SecurityFilterChain tokenRequired(HttpSecurity http, SecurityProperties properties) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> authorize(requests, "SCOPE_" + properties.adminScope()))
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(UNAUTHENTICATED).accessDeniedHandler(FORBIDDEN))
                .oauth2ResourceServer(tokens -> tokens.authenticationEntryPoint(UNAUTHENTICATED)
                        .accessDeniedHandler(FORBIDDEN)
                        .jwt(jwt -> {}))
                .build();
    }

    /**
     * Methods that nobody has are refused by the paths, which know those that they have; header values by whoever reads
     * them, who can name the header. The server itself takes no value that could end a line.
     */
    @Bean
    HttpFirewall anyMethodAndHeader() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowedHeaderValues(value -> true);
        return firewall;
    }

    /** Each request is observed as a whole; to observe the checks of its token as well would cost more than they do. */
    @Bean
    SecurityObservationSettings unobservedChecks() {
        return SecurityObservationSettings.noObservations();
    }

    private static void authorize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            String admin) {
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(Paths.open())
                .permitAll()
                .requestMatchers(Paths.admin())
                .hasAuthority(admin)
                .requestMatchers(HttpMethod.GET, Paths.ringing())
                .access(ServletSecurityConfiguration::toCall)
                .requestMatchers(HttpMethod.POST, Paths.ringCommands())
                .access(ServletSecurityConfiguration::toCall)
                .anyRequest()
                .access((authentication, _) -> RingAccess.withSession(authentication.get()));
    }

    private static AuthorizationResult toCall(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext request) {
        return RingAccess.toCall(authentication.get(), request.getVariables());
    }

    @Bean
    WebMvcConfigurer callerArgument(Callers callers) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument(callers));
            }
        };
    }
}
