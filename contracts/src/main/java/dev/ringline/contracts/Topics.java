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

    /** Key: callId. */
    public static final String DELIVERY_EVENTS = "delivery-events";

    /** Key: userId. */
    public static final String USER_EVENTS = "user-events";

    /** Key: provider. Compacted: the last record of a key stays. */
    public static final String PROVIDER_STATUS = "provider-status";

    private Topics() {}

    public static List<String> all() {
        return List.of(CALL_EVENTS, MEETING_EVENTS, MESSAGE_EVENTS, DELIVERY_EVENTS, USER_EVENTS, PROVIDER_STATUS);
    }

    /** Whether the topic keeps the last record of each key for good, and only that. */
    public static boolean isCompacted(String topic) {
        return topic.equals(PROVIDER_STATUS);
    }

    /** Where records of {@code topic} go that no retry can help. */
    public static String deadLetters(String topic) {
        return topic + "-dlt";
    }
}
