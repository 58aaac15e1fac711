package dev.ringline.notification.push;

import java.util.concurrent.CompletableFuture;

/** Sends pushes. Thread-safe. */
public interface PushChannel {

    /**
     * Sends one notice to one device, once: repeating is for who asks. The future always ends with a result, never with
     * an exception.
     */
    CompletableFuture<PushResult> send(PushTarget target, PushNotice notice);
}
