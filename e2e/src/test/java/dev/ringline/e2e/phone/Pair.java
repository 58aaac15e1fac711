package dev.ringline.e2e.phone;

import java.util.List;
import java.util.stream.Stream;

/** Two users who never met: one with a phone, the other with a phone and a tablet. All three are connected. */
public record Pair(Phone alice, Phone bob, Phone tablet) implements AutoCloseable {

    /** A call that bob's phone has answered; it is told to everybody. */
    public String talking() {
        var callId = alice.dial(bob).expect(201).callId();
        bob.answer(callId).expect(200);
        all().forEach(phone -> phone.awaitStatus(callId, "ongoing"));
        return callId;
    }

    public List<Phone> all() {
        return List.of(alice, bob, tablet);
    }

    public void reconnect() {
        all().forEach(Phone::connect);
    }

    /** The users' messages about a call: one each is right. */
    public List<Integer> messageCounts(String callId) {
        return Stream.of(alice, bob).map(phone -> phone.messages(callId).size()).toList();
    }

    @Override
    public void close() {
        all().forEach(Phone::close);
    }
}
