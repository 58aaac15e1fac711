package dev.ringline.call.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ringline.call.JoinGrant;
import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.Call.Side;
import dev.ringline.call.rules.CallCommand.Actor;
import dev.ringline.call.rules.CallState.Answer;
import dev.ringline.call.rules.CallState.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call as one participant's device sees it. Everything is always there; what does not apply is null.
 *
 * @param direction {@code outgoing} for the caller, {@code incoming} for the callee
 * @param ringRemainingMs so that a device needs no right clock; 0 when it no longer rings
 * @param heartbeatSeconds how often the holding device should be heard of
 * @param join what the device needs to join, for the holding device of a live call whose meeting is ready
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CallView(
        String callId,
        String conversationId,
        String media,
        String status,
        String phase,
        @Nullable String endReason,
        String callerId,
        String calleeId,
        String direction,
        boolean waiting,
        long version,
        Instant createdAt,
        Instant ringDeadline,
        long ringRemainingMs,
        @Nullable Instant answeredAt,
        @Nullable Instant connectedAt,
        @Nullable Instant endedAt,
        long durationSeconds,
        boolean connected,
        boolean heldByThisDevice,
        long heartbeatSeconds,
        @Nullable Join join) {

    /** When the call is looked at, and how often its holders should be heard of. */
    record Moment(Instant now, Duration heartbeat) {}

    /** The grant. Its token is a credential: this record is made for one response and printed nowhere. */
    record Join(String provider, String meetingId, String authToken, Instant expiresAt) {

        static Join of(JoinGrant grant) {
            return new Join("realtimekit", grant.meetingId(), grant.token().reveal(), grant.expiresAt());
        }

        @Override
        public String toString() {
            return "Join[meetingId=%s, authToken=redacted]".formatted(meetingId);
        }
    }

    static CallView of(Call call, Actor viewer, Moment moment, Optional<JoinGrant> grant) {
        return new CallView(
                call.id(),
                call.parties().conversationId(),
                lower(call.media()),
                lower(call.status()),
                lower(call.phase()),
                call.ending().map(ending -> lower(ending.reason())).orElse(null),
                call.parties().callerId(),
                call.parties().calleeId(),
                call.sideOf(viewer.userId()) == Side.CALLER ? "outgoing" : "incoming",
                call.isWaiting(),
                call.version(),
                call.createdAt(),
                call.ringDeadline(),
                ringRemainingMs(call, moment.now()),
                call.answer().map(Answer::at).orElse(null),
                call.connectedAt().orElse(null),
                call.ending().map(Ending::at).orElse(null),
                call.duration().toSeconds(),
                call.connectedAt().isPresent(),
                call.isLive() && call.isHeldBy(viewer),
                moment.heartbeat().toSeconds(),
                grant.map(Join::of).orElse(null));
    }

    private static long ringRemainingMs(Call call, Instant now) {
        return call.status() == Call.Status.RINGING
                ? Math.max(0, Duration.between(now, call.ringDeadline()).toMillis())
                : 0;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
