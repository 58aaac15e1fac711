package dev.ringline.gateway.http;

import dev.ringline.gateway.GatewayProperties;
import dev.ringline.http.reactive.LongRequests;
import io.micrometer.observation.ObservationPredicate;
import java.util.Map;
import org.springframework.cloud.gateway.filter.headers.observation.GatewayContext;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Which service answers which path. A path that stands here nowhere does not exist. */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

    private static final int UNLIMITED = -1;
    private static final String STREAM = "/v1/stream";

    /** Where every service has its probes; the rest of its actuator, the gateway keeps from the public. */
    private static final String PROBES = "/actuator/health";

    @Bean
    LongRequests unobservedStreams() {
        return new LongRequests(STREAM);
    }

    /** The same for the way on to the service, which is observed by itself. */
    @Bean
    ObservationPredicate unobservedWay() {
        return (_, context) -> !(context instanceof GatewayContext way
                && way.getRequest().getPath().value().equals(STREAM));
    }

    @Bean
    RouteLocator routes(RouteLocatorBuilder routes, GatewayProperties services, LiveStreams liveStreams) {
        return routes.routes()
                .route(
                        "stream",
                        route -> route.path(STREAM)
                                .filters(filters -> filters.filter(liveStreams))
                                .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, UNLIMITED)
                                .uri(services.notificationService()))
                .route(
                        "calls",
                        route ->
                                route.path("/v1/calls/**", "/v1/admin/calls/**").uri(services.callService()))
                .route(
                        "users",
                        route -> route.path(
                                        "/v1/devices/**",
                                        "/v1/preferences",
                                        "/v1/push-config",
                                        "/v1/admin/users/{userId}/devices/**")
                                .uri(services.notificationService()))
                .route(
                        "names",
                        route -> route.path("/v1/admin/users/{userId}")
                                .and()
                                .method(HttpMethod.PUT)
                                .uri(services.notificationService()))
                .route(
                        "erasure",
                        route -> route.path("/v1/admin/users/**")
                                .and()
                                .method(HttpMethod.DELETE)
                                .uri(services.callService()))
                .route(
                        "messages",
                        route -> route.path("/v1/messages/**", "/v1/conversations/**")
                                .uri(services.messageService()))
                .route("liveness", route -> route.path(PROBES + "/liveness").uri("forward:/livez"))
                .route("readiness", route -> route.path(PROBES + "/readiness").uri("forward:/readyz"))
                .build();
    }

    @Bean
    LiveStreams liveStreams() {
        return new LiveStreams();
    }

    @Bean
    ServiceFailures serviceFailures() {
        return new ServiceFailures();
    }

    @Bean
    RequestLog requestLog() {
        return new RequestLog();
    }

    @Bean
    PathGuard pathGuard() {
        return new PathGuard();
    }

    @Bean
    WebFluxConfigurer descriptions() {
        return new WebFluxConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry resources) {
                resources
                        .addResourceHandler("/openapi/*.yaml")
                        .addResourceLocations("classpath:/openapi/")
                        .setMediaTypes(Map.of("yaml", MediaType.APPLICATION_YAML));
            }
        };
    }

    /** First of all filters, so that web pages can read refusals too. */
    @Bean
    @Order(-10_000)
    CorsWebFilter crossOrigin(GatewayProperties properties) {
        var allowed = properties.allowedOrigins().isEmpty() ? null : CrossOrigin.allowing(properties.allowedOrigins());
        CorsConfigurationSource everywhere = exchange -> allowed;
        return new CorsWebFilter(everywhere, new CrossOrigin());
    }
}
