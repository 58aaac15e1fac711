package dev.ringline.e2e.campaign;

import dev.ringline.e2e.checker.Said;
import dev.ringline.e2e.phone.Http;
import dev.ringline.e2e.stage.Device;
import dev.ringline.e2e.stage.Stage;
import java.util.List;

/** People who meet in one race and in no other: bob has two devices. */
record Party(Stage stage, int number, Device alice, Device bob, Device tablet, Device carol) {

    private static final String MEDIA = "\"media\":\"audio\"";

    static Party of(Stage stage, String race, int number) {
        var name = race + "-" + number;
        return new Party(
                stage,
                number,
                stage.device("alice-" + name, "phone"),
                stage.device("bob-" + name, "phone"),
                stage.device("bob-" + name, "tablet"),
                stage.device("carol-" + name, "phone"));
    }

    /** One of the replicas, for every second party the other one. */
    Http here() {
        return stage.at(number);
    }

    /** The other replica. */
    Http there() {
        return stage.at(number + 1);
    }

    Said dial(Device caller, Http at, Device callee) {
        return caller.dial(at, callee, MEDIA);
    }

    /** Alice's call to bob, that rings. */
    String ringing() {
        return id(stage.insist(number, at -> dial(alice, at, bob)));
    }

    String answered() {
        var callId = ringing();
        stage.insist(number, at -> bob.command(at, "answer", callId));
        return callId;
    }

    static String id(Said said) {
        var callId = said.body().path("callId").asString("");
        if (callId.isEmpty()) {
            throw new AssertionError("No call: " + said);
        }
        return callId;
    }

    /** Nobody of them is in a call afterwards. */
    void part(String callId) {
        for (var device : List.of(alice, carol, bob)) {
            stage.insist(number, at -> device.command(at, "end", callId));
        }
    }
}
