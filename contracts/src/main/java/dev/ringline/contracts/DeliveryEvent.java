package dev.ringline.contracts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a ring or of its stop on a device, told by notification-service on {@link Topics#DELIVERY_EVENTS}. */
public sealed interface DeliveryEvent extends Event {

    String callId();

    @Override
    default String key() {
        return callId();
    }

    /**
     * One attempt to reach a device has an outcome. Natural key: call, device, channel, kind and attempt; between two
     * deliveries there is no order.
     *
     * @param sequence counts the reports of one delivery, that is of one kind on one device of the call
     * @param userId whose device it is
     * @param deviceId absent when no device was addressed
     * @param channel how it was sent, a word such as {@code fcm}; the set is open
     * @param attempt from 1
     * @param detail the channel's own word for the outcome
     */
    record DeliveryReported(
            String callId,
            long sequence,
            String userId,
            @Nullable String deviceId,
            String channel,
            Kind kind,
            long attempt,
            Outcome outcome,
            @Nullable String detail,
            Instant at)
            implements DeliveryEvent {

        public DeliveryReported {
            requireNonNull(callId, "callId");
            requireNonNull(userId, "userId");
            requireNonNull(channel, "channel");
            requireNonNull(kind, "kind");
            requireNonNull(outcome, "outcome");
            requireNonNull(at, "at");
        }

        /** The delivery: {@code callId/kind/deviceId}, without the last part when no device was addressed. */
        @Override
        public String subject() {
            String delivery = callId + "/" + kind.word;
            return deviceId == null ? delivery : delivery + "/" + deviceId;
        }
    }

    /** What the device was to be told. */
    enum Kind {
        @JsonProperty("ring")
        RING("ring"),

        @JsonProperty("call")
        CALL("call"),

        @JsonProperty("stop")
        STOP("stop"),

        @JsonProperty("missed")
        MISSED("missed");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** How the attempt went; {@link #WITHHELD} is the user's own wish and never shown to the other side. */
    enum Outcome {
        @JsonProperty("accepted")
        ACCEPTED,

        @JsonProperty("failed")
        FAILED,

        @JsonProperty("no_device")
        NO_DEVICE,

        @JsonProperty("withheld")
        WITHHELD
    }
}
