package dev.ringline.contracts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A fact about a media provider, told by meeting-provisioner on {@link Topics#PROVIDER_STATUS}. */
public sealed interface ProviderEvent extends Event {

    String provider();

    @Override
    default String subject() {
        return provider();
    }

    @Override
    default String key() {
        return provider();
    }

    /**
     * Whether the provider takes requests. Repeated every 30 seconds; the highest sequence is how things stand.
     *
     * @param until when to ask again, while closed
     * @param reason why it is closed, a word for operators; the set is open
     */
    record ProviderAvailability(
            String provider,
            State state,
            @Nullable Instant until,
            @Nullable String reason,
            long sequence) implements ProviderEvent {

        public ProviderAvailability {
            requireNonNull(provider, "provider");
            requireNonNull(state, "state");
        }
    }

    /** Closed: a new meeting cannot be had now. */
    enum State {
        @JsonProperty("open")
        OPEN,

        @JsonProperty("closed")
        CLOSED
    }
}
