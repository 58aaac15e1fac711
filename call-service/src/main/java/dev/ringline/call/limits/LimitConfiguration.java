package dev.ringline.call.limits;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the limits before the controllers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
class LimitConfiguration {

    @Bean
    RateLimits rateLimits(LimitProperties properties, MeterRegistry metrics) {
        return new RateLimits(properties, metrics);
    }

    @Bean
    WebMvcConfigurer limitedRequests(RateLimits limits) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new LimitInterceptor(limits)).addPathPatterns("/v1/calls/**");
            }
        };
    }
}
