package dev.ringline.duework;

import dev.ringline.testkit.RealParts;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;

/** A service that has the primitive and nothing else. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class DueWorkApplication {

    /** Tests that run in it share it. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @SpringBootTest(
            classes = DueWorkApplication.class,
            webEnvironment = SpringBootTest.WebEnvironment.NONE,
            properties = "spring.application.name=due-work-test")
    @RealParts
    @interface Running {}
}
