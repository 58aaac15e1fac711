package dev.ringline.meeting;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class MeetingProvisionerApplication {

    static void main(String[] arguments) {
        SpringApplication.run(MeetingProvisionerApplication.class, arguments);
    }
}
