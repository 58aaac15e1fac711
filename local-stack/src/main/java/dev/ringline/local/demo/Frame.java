package dev.ringline.local.demo;

import tools.jackson.databind.JsonNode;

/**
 * One frame of a live stream.
 *
 * @param receivedNanos {@link System#nanoTime} at its arrival
 */
record Frame(String event, JsonNode data, long receivedNanos) {

    /** Of the call, or of the message that has the call's id. */
    boolean isAbout(String callId) {
        return data.path("callId").asString("").equals(callId)
                || data.path("messageId").asString("").equals(callId);
    }
}
