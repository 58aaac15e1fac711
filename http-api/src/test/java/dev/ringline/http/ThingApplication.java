package dev.ringline.http;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** A service with nothing but an interface. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(ThingController.class)
class ThingApplication {

    static ConfigurableApplicationContext start(WebApplicationType type, String... properties) {
        return new SpringApplicationBuilder(ThingApplication.class)
                .web(type)
                .properties("server.port=0", "spring.main.banner-mode=off", "spring.reactor.context-propagation=auto")
                .properties("spring.reactor.netty.shutdown-quiet-period=0s", "logging.level.root=error")
                .properties(properties)
                .run();
    }

    static String address(ConfigurableApplicationContext application) {
        return "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port");
    }
}
