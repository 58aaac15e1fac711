package dev.ringline.message.running;

import dev.ringline.message.MessageServiceApplication;
import dev.ringline.testkit.RealParts;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * The whole service on real parts. Its tests share one application context, for a second one would be a second member of
 * the consumer group, with a database of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = MessageServiceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "logging.config=classpath:structured-log.xml",
            "ringline.messaging.first-retry=20ms",
            "ringline.messaging.longest-retry=200ms",
            "ringline.erasure.key=" + RunningService.ERASURE_KEY
        })
@RealParts
public @interface RunningService {

    String ERASURE_KEY = "erasure-key-of-the-tests-0123456789";
}
