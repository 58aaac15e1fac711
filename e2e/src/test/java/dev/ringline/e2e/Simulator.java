package dev.ringline.e2e;

/** The control API of the simulated provider. */
record Simulator(Http http) {

    /** Lets somebody who holds this token into the meeting: 201. */
    Answer join(String token) {
        return http.post("/simulator/peers", "{\"token\":\"%s\"}".formatted(token));
    }

    void goDown() {
        http.post("/simulator/faults", "{\"kind\":\"DOWN\"}").expect(201);
    }

    void comeBack() {
        http.delete("/simulator/faults").expect(204);
    }
}
