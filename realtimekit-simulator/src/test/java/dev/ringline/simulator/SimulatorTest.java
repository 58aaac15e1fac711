package dev.ringline.simulator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/** A test against the simulator as it runs, over HTTP on a free port. A {@link SimulatorClient} is its hand. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "ringline.simulator.api-token=" + SimulatorClient.API_TOKEN)
@Import(SimulatorClient.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface SimulatorTest {}
