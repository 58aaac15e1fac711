package dev.ringline.message.http;

import dev.ringline.message.CallLine;
import java.time.Instant;
import java.util.Locale;

/** The facts of the call that a message is about. */
record CallView(
        String callId,
        String media,
        String status,
        String reason,
        String callerId,
        String calleeId,
        Instant startedAt,
        Instant endedAt,
        long durationSeconds,
        boolean connected) {

    static CallView of(CallLine call) {
        return new CallView(
                call.callId(),
                word(call.media()),
                word(call.status()),
                word(call.reason()),
                call.callerId(),
                call.calleeId(),
                call.startedAt(),
                call.endedAt(),
                call.durationSeconds(),
                call.connected());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
