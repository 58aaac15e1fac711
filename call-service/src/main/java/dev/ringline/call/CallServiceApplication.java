package dev.ringline.call;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts call-service. */
@SpringBootApplication
public class CallServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CallServiceApplication.class, arguments);
    }
}
