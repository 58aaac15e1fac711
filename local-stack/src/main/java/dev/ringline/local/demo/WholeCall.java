package dev.ringline.local.demo;

import dev.ringline.local.machine.Condition;
import dev.ringline.local.machine.Console;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One call from the dial to its line in the conversation. Each step fails with a sentence when it does not happen. */
final class WholeCall {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pair pair;
    private final Story story;

    private WholeCall(Pair pair, Story story) {
        this.pair = pair;
        this.story = story;
    }

    static void run(Target target, HttpClient client) {
        var story = new Story();
        try (var pair = Pair.meet(target, client, story::tell)) {
            Console.say("%s and %s have their live streams open."
                    .formatted(pair.caller().name(), pair.callee().name()));
            new WholeCall(pair, story).run();
        }
    }

    private void run() {
        var callId = ring();
        var answered = System.nanoTime();
        act(pair.callee(), "answers", callId, "answer");
        var answer = pair.callerStream().await("call.answered", callId);
        var ready = pair.calleeStream().await("call.ready", callId);
        openJoin(pair.caller(), callId);
        openJoin(pair.callee(), callId);
        var ended = System.nanoTime();
        act(pair.caller(), "hangs up", callId, "end");
        var end = pair.calleeStream().await("call.ended", callId);
        pair.callerStream().await("call.ended", callId);
        var message = pair.calleeStream().await("message.created", callId);
        requireOneMessage(callId);
        say("answer -> caller's frame", answer.receivedNanos() - answered);
        say("answer -> join can be opened", ready.receivedNanos() - answered);
        say("hang-up -> callee's frame", end.receivedNanos() - ended);
        say("hang-up -> line in the conversation", message.receivedNanos() - ended);
    }

    private String ring() {
        story.dialled();
        var dialled = System.nanoTime();
        story.tell(pair.caller().name(), "dials " + pair.callee().name());
        var call = pair.caller().dial(pair.callee());
        var callId = call.path("callId").asString();
        story.tell(pair.caller().name(), "the call is " + call.path("status").asString());
        var incoming = pair.calleeStream().await("call.incoming", callId);
        act(pair.callee(), "lets the phone ring", callId, "alerting");
        pair.callerStream().await("call.alerting", callId);
        Console.say("");
        say("dial -> callee's frame", incoming.receivedNanos() - dialled);
        Console.say("");
        return callId;
    }

    private void act(User user, String words, String callId, String step) {
        story.tell(user.name(), words);
        user.act(callId, step);
    }

    private void openJoin(User user, String callId) {
        var join = user.call(callId).path("join");
        if (join.path("authToken").asString("").isBlank()) {
            throw new IllegalStateException(user.name() + " was given no join grant.");
        }
        story.tell(
                user.name(),
                "opens the join grant for meeting " + join.path("meetingId").asString());
    }

    /** The stream was told of it; now the conversation must have it, for both, once. */
    private void requireOneMessage(String callId) {
        for (var user : List.of(pair.caller(), pair.callee())) {
            if (!Condition.within(PATIENCE, () -> hasOnly(user.messages(), callId))) {
                throw new IllegalStateException(user.name() + " does not have exactly one message of the call.");
            }
            story.tell(user.name(), "reads the one line in the conversation: " + text(user.messages()));
        }
        Console.say("");
    }

    private static boolean hasOnly(JsonNode messages, String callId) {
        return messages.size() == 1
                && messages.path(0).path("messageId").asString().equals(callId);
    }

    private static String text(JsonNode messages) {
        return messages.path(0).path("text").asString();
    }

    private static void say(String what, long nanos) {
        Console.say("  %-38s %10s".formatted(what, Story.milliseconds(nanos)));
    }
}
