package dev.ringline.call.running;

import dev.ringline.testkit.EventProbe;
import dev.ringline.testkit.RealParts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Three users who call each other at the same moment; afterwards everything that is stored and told must fit together. */
@RealParts
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class Races {

    static EventProbe events;

    @Autowired
    private MongoTemplate mongo;

    Evidence evidence;
    Stage stage;
    CallClient alice;
    CallClient bob;
    CallClient carol;

    @BeforeAll
    static void listen() {
        events = EventProbe.start();
    }

    @AfterAll
    static void stopListening() {
        events.close();
    }

    @BeforeEach
    void enter(@LocalServerPort int port) {
        evidence = new Evidence(mongo, events);
        stage = new Stage(port);
        alice = stage.enter("alice");
        bob = stage.enter("bob");
        carol = stage.enter("carol");
    }

    @AfterEach
    void leavesCallsAndEventsInOrder() {
        evidence.check(stage.users());
    }
}
