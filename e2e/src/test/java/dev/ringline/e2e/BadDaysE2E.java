package dev.ringline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.contracts.CallEvent.CallInitiated;
import dev.ringline.contracts.CallEvent.CallReady;
import dev.ringline.contracts.Topics;
import dev.ringline.e2e.phone.Answer;
import dev.ringline.e2e.phone.Pair;
import dev.ringline.e2e.phone.Patience;
import dev.ringline.e2e.phone.Phone;
import dev.ringline.e2e.world.OnTheStack;
import dev.ringline.e2e.world.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the services stand on goes away and comes back. */
@OnTheStack
@Order(Integer.MAX_VALUE - 1)
class BadDaysE2E {

    /** Those that a group reads. */
    private static final List<String> TOPICS = List.of(
            Topics.CALL_EVENTS,
            Topics.MEETING_EVENTS,
            Topics.MESSAGE_EVENTS,
            Topics.DELIVERY_EVENTS,
            Topics.USER_EVENTS);

    private final World world;

    @AutoClose
    private final Pair pair;

    private final Phone alice;
    private final Phone bob;

    BadDaysE2E(World world) {
        this.world = world;
        pair = world.strangers();
        alice = pair.alice();
        bob = pair.bob();
    }

    @Test
    void answersAndEndsCallsWhileKafkaIsDown() {
        // Given
        var callId = alice.dial(bob).expect(201).callId();
        world.events().await(CallReady.class, callId);

        // When
        world.kafka().stop();
        String unheard;
        try {
            bob.answer(callId).expect(200);
            alice.end(callId).expect(200);
            unheard = dialUntilRefused();
        } finally {
            world.kafka().start();
        }

        // Then
        pair.all().forEach(phone -> phone.awaitFrame("call.ended", callId));
        pair.all().forEach(phone -> phone.awaitFrame("message.created", callId));
        assertThat(pair.messageCounts(callId)).containsExactly(1, 1);
        world.story(callId).assertWhole();
        world.events().await(CallInitiated.class, unheard);
        Patience.until(() -> alice.dial(bob).status(), status -> status == 201);
    }

    @Test
    void saysSoWhileMongodbIsFrozen() {
        // Given
        var deadLetters = world.deadLetters();
        var callId = pair.talking();
        bob.end(callId).expect(200);
        // a device of its own, for a second stream of one device would replace the first
        var laptop = world.phone(alice.user(), "laptop");

        // When
        world.mongod().pause();
        List<Answer> answers;
        try {
            answers = Stream.of("/v1/calls", "/v1/messages", "/v1/stream")
                    .parallel()
                    .map(laptop::get)
                    .toList();
        } finally {
            world.mongod().resume();
        }

        // Then
        answers.forEach(answer -> answer.expectProblem(503, "unavailable"));
        pair.all().forEach(phone -> phone.awaitFrame("message.created", callId));
        assertThat(pair.messageCounts(callId)).containsExactly(1, 1);
        assertThat(alice.end(pair.talking()).expect(200).text("status")).isEqualTo("completed");
        assertThat(world.deadLetters()).isEqualTo(deadLetters);
    }

    @Test
    void tellsBothSidesThatTheProviderIsDown() {
        // Given
        world.simulator().goDown();
        String callId;
        try {
            // When
            callId = alice.dial(bob, "\"ringSeconds\":5").expect(201).callId();

            // Then
            for (var phone : pair.all()) {
                var end = phone.awaitFrame("call.ended", callId);
                assertThat(end.text("status")).isEqualTo("failed");
                assertThat(end.text("reason")).isEqualTo("provisioning_failed");
            }
        } finally {
            world.simulator().comeBack();
        }
        alice.awaitFrame("message.created", callId);
        var next = pair.talking();
        alice.awaitFrame("call.ready", next);
        alice.end(next).expect(200);
    }

    @Test
    void setsARecordAsideThatNobodyCanRead() {
        // Given
        var key = UUID.randomUUID().toString();

        // When
        TOPICS.forEach(topic ->
                world.events().send(new ProducerRecord<>(topic, key, "{broken".getBytes(StandardCharsets.UTF_8))));

        // Then
        TOPICS.forEach(topic -> world.events().awaitDeadLetter(topic, key));
        var callId = pair.talking();
        alice.awaitFrame("call.ready", callId);
        alice.end(callId).expect(200);
        alice.awaitFrame("message.created", callId);
    }

    /** The first dials are still accepted: their rings may come out in time. Says which was the first. */
    private String dialUntilRefused() {
        var first = world.phone("dave-of-" + alice.user(), "phone")
                .dial(world.phone("erin-of-" + alice.user(), "phone"))
                .expect(201)
                .callId();
        var refused = Patience.until(this::dialOfStrangers, answer -> answer.status() != 201);
        refused.expectProblem(503, "unavailable");
        assertThat(refused.header("retry-after")).isNotEmpty();
        return first;
    }

    private Answer dialOfStrangers() {
        var name = UUID.randomUUID().toString();
        return world.phone("dave-" + name, "phone").dial(world.phone("erin-" + name, "phone"));
    }
}
