package dev.ringline.notification.rules.webhook;

/** The app's own backend, as far as this installation names one. */
public interface AppBackend {

    /** Whether it is to be told of such events at all. */
    boolean wants(WebhookEvent.Type type);

    /** Sees to it that it is told, now or later; doing it again changes nothing. Waits for the store. */
    void tell(WebhookEvent event);
}
