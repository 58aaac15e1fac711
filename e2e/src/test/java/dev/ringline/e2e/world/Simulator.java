package dev.ringline.e2e.world;

import dev.ringline.e2e.phone.Answer;
import dev.ringline.e2e.phone.Http;

/** The control API of the simulated provider. */
public record Simulator(Http http) {

    /** Lets somebody who holds this token into the meeting: 201. */
    public Answer join(String token) {
        return http.post("/simulator/peers", "{\"token\":\"%s\"}".formatted(token));
    }

    public void goDown() {
        http.post("/simulator/faults", "{\"kind\":\"DOWN\"}").expect(201);
    }

    public void comeBack() {
        http.delete("/simulator/faults").expect(204);
    }
}
