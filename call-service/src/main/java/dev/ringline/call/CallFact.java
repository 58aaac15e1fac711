package dev.ringline.call;

import java.time.Instant;

/** What a decision tells the world; each becomes one event with a sequence of its own. */
public sealed interface CallFact {

    record Initiated() implements CallFact {}

    record Alerting(String deviceId, Instant at) implements CallFact {}

    record Answered() implements CallFact {}

    record Ready(Instant at) implements CallFact {}

    record Ended() implements CallFact {}
}
