package dev.ringline.e2e.campaign;

import dev.ringline.e2e.checker.Said;
import dev.ringline.e2e.stage.Device;
import dev.ringline.e2e.stage.Stage;
import dev.ringline.local.machine.Condition;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A primary that nobody follows any more still takes requests: it may not let anybody join, for its truth may be the past,
 * or one that will never have been. Then the others elect another one, and what it wrote alone is undone.
 */
record IsolatedPrimary(Stage stage, int number) {

    private static final String MEDIA = "\"media\":\"audio\"";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The answers that let somebody join, once a call rang that could be joined before. */
    List<String> run() {
        var alice = stage.device("alice-alone-" + number, "phone");
        var bob = stage.device("bob-alone-" + number, "phone");
        // a dial that is repeated finds the call that rings
        Condition.within(PATIENCE, () -> isJoinable(alice.dial(stage.at(number), bob, MEDIA)));
        var callId =
                alice.dial(stage.at(number), bob, MEDIA).body().path("callId").asString("none");
        var answers = inIsolation(alice, bob, callId);
        alice.command(stage.at(number), "end", callId);
        return answers.stream()
                .filter(IsolatedPrimary::isJoinable)
                .map(said -> "%s was let in by a primary without a majority: %s".formatted(said.to(), said.request()))
                .toList();
    }

    private List<Said> inIsolation(Device alice, Device bob, String callId) {
        var mongodb = stage.mongodb();
        mongodb.awaitWhole();
        var primary = mongodb.primary();
        var others = mongodb.secondaries();
        others.forEach(member -> member.pause());
        try {
            return atOnce(List.of(
                    () -> bob.command(stage.at(number), "answer", callId),
                    () -> alice.look(stage.at(number), callId),
                    () -> alice.look(stage.at(number + 1), callId),
                    () -> alice.dial(stage.at(number + 1), bob, MEDIA)));
        } finally {
            primary.pause();
            others.forEach(member -> member.resume());
            mongodb.primary();
            primary.resume();
            mongodb.awaitWhole();
        }
    }

    private static boolean isJoinable(Said said) {
        return said.body().path("join").path("meetingId").isString();
    }

    private static List<Said> atOnce(List<Callable<Said>> requests) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(requests).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
