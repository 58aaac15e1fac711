package dev.ringline.contracts;

import java.util.List;

/** The Kafka topics, as constants that listeners can name. */
public final class Topics {

    /** Key: callId. */
    public static final String CALL_EVENTS = "call-events";

    /** Key: callId. */
    public static final String MEETING_EVENTS = "meeting-events";

    /** Key: conversationId. */
    public static final String MESSAGE_EVENTS = "message-events";

    private Topics() {}

    public static List<String> all() {
        return List.of(CALL_EVENTS, MEETING_EVENTS, MESSAGE_EVENTS);
    }

    /** Where records of {@code topic} go that no retry can help. */
    public static String deadLetters(String topic) {
        return topic + "-dlt";
    }
}
