package dev.ringline.http.reactive;

import dev.ringline.http.HttpApiProperties;
import dev.ringline.http.Problems;
import dev.ringline.http.StrictJson;
import dev.ringline.http.failure.FailureConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;

/** Errors, limits and paging for reactive applications. */
@AutoConfiguration(
        after = FailureConfiguration.class,
        beforeName = "org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration")
@ConditionalOnWebApplication(type = Type.REACTIVE)
public class ReactiveHttpConfiguration {

    @Bean
    ProblemHandler problemHandler(Problems problems, StrictJson json) {
        return new ProblemHandler(problems, json.mapper());
    }

    @Bean
    BodyLimitFilter bodyLimitFilter(HttpApiProperties properties) {
        return new BodyLimitFilter(properties);
    }

    @Bean
    WebFluxRegistrations queryGuard() {
        return new WebFluxRegistrations() {
            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new QueryGuard();
            }
        };
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebFluxConfigurer strictRequests(StrictJson json) {
        return new WebFluxConfigurer() {
            @Override
            public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
                codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(json.mapper()));
            }

            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
                resolvers.addCustomResolver(new PagingArgument());
            }
        };
    }
}
