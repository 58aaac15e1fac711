package dev.ringline.simulator.webhook;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event on its way to one webhook. Safe for use by several threads. */
public final class Delivery {

    /** How far it is. */
    public enum State {
        /** Not sent yet, or to be sent again. */
        PENDING,
        /** Answered with a 2xx. */
        DELIVERED,
        /** Refused, or repeated as often as may be. */
        FAILED,
        /** Lost on purpose. */
        DROPPED
    }

    /**
     * What is shown of it.
     *
     * @param attempts how often it was sent
     * @param lastStatus the last answer; null without one
     */
    public record Report(
            UUID uuid,
            UUID webhookId,
            String event,
            State state,
            int attempts,
            @Nullable Integer lastStatus) {}

    private final UUID uuid = UUID.randomUUID();
    private final Webhook webhook;
    private final String event;
    private final byte[] body;
    private final String signature;
    private State state = State.PENDING;
    private int attempts;
    private @Nullable Integer lastStatus;

    Delivery(Webhook webhook, String event, byte[] body, String signature) {
        this.webhook = webhook;
        this.event = event;
        this.body = body.clone();
        this.signature = signature;
    }

    public UUID uuid() {
        return uuid;
    }

    Webhook webhook() {
        return webhook;
    }

    byte[] body() {
        return body.clone();
    }

    String signature() {
        return signature;
    }

    synchronized int begin() {
        return ++attempts;
    }

    synchronized void become(State newState, @Nullable Integer status) {
        state = newState;
        lastStatus = status;
    }

    public synchronized Report report() {
        return new Report(uuid, webhook.id(), event, state, attempts, lastStatus);
    }
}
