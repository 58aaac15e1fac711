package dev.ringline.simulator.rest.gateway;

import dev.ringline.simulator.rest.Paths;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** Lets pages of any origin ask the older API, as the browser SDK does from wherever it runs. */
@Configuration(proxyBeanMethods = false)
class BrowserAccess {

    @Bean
    FilterRegistrationBean<CorsFilter> corsFilter() {
        CorsConfiguration anybody = new CorsConfiguration();
        anybody.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        anybody.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        anybody.setAllowedMethods(List.of(CorsConfiguration.ALL));
        UrlBasedCorsConfigurationSource paths = new UrlBasedCorsConfigurationSource();
        paths.registerCorsConfiguration(Paths.LEGACY + "/**", anybody);
        paths.registerCorsConfiguration(Paths.ICE_SERVERS, anybody);
        paths.registerCorsConfiguration(Paths.FILES + "/**", anybody);
        FilterRegistrationBean<CorsFilter> first = new FilterRegistrationBean<>(new CorsFilter(paths));
        first.setOrder(0);
        return first;
    }
}
