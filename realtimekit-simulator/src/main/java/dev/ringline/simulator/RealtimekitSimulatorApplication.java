package dev.ringline.simulator;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the simulator. */
@SpringBootApplication
public class RealtimekitSimulatorApplication {

    public static void main(String[] args) {
        SpringApplication.run(RealtimekitSimulatorApplication.class, args);
    }
}
