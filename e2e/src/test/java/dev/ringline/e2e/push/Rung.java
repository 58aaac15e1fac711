package dev.ringline.e2e.push;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call as it was told: who was to ring, until when, and how the ringing ended.
 *
 * @param begun when the broker had its beginning
 * @param phones all registered devices of the callee
 * @param over empty while it rings
 */
record Rung(String callId, Instant begun, Instant deadline, List<Phone> phones, Optional<Over> over) {

    Rung {
        phones = List.copyOf(phones);
    }

    /** How the ringing ended. */
    enum How {
        ANSWERED,
        DECLINED,
        MISSED
    }

    /**
     * The end of the ringing.
     *
     * @param at when the broker had it
     * @param device where it was answered or declined
     */
    record Over(Instant at, How how, @Nullable String device) {}

    /**
     * A registered device.
     *
     * @param takesStops whether it is told by push to fall silent: Apple's are not
     */
    record Phone(String id, boolean takesStops) {}

    /** Whether the user himself ended the ringing on this device. */
    boolean endedOn(Phone phone) {
        return over.filter(end -> phone.id().equals(end.device())).isPresent();
    }

    boolean wasMissed() {
        return over.filter(end -> end.how() == How.MISSED).isPresent();
    }
}
