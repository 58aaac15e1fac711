package dev.ringline.call.rules;

import dev.ringline.call.rules.CallState.Ended;
import dev.ringline.call.rules.CallState.Ongoing;
import dev.ringline.call.rules.CallState.Ringing;
import dev.ringline.call.rules.Presence.Absence;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When time decides about a call, and what it then decides. */
final class Deadlines {

    private Deadlines() {}

    /** A deadline that ends an ongoing call. */
    record Fatal(Instant at, EndReason reason) {}

    static Optional<Instant> next(Call call) {
        return switch (call.state()) {
            case Ringing ringing -> earliest(ringing.answerableUntil(), ringing.pretendAt());
            case Ongoing ongoing -> fatal(call, ongoing).map(Fatal::at);
            case Ended _ -> Optional.empty();
        };
    }

    /** The first of the deadlines that an ongoing call will miss if nothing happens. */
    static Optional<Fatal> fatal(Call call, Ongoing ongoing) {
        boolean connected = ongoing.connectedAt() != null;
        CallState.Limits limits = ongoing.limits();
        return Stream.of(
                        new Fatal(limits.endsAt(), EndReason.MAX_DURATION),
                        call.meeting() == null ? new Fatal(limits.meetingBy(), EndReason.PROVISIONING_FAILED) : null,
                        connected ? null : new Fatal(limits.connectBy(), EndReason.CONNECT_TIMEOUT),
                        connected ? peerLost(call) : mediaLost(call))
                .filter(Objects::nonNull)
                .min(Comparator.comparing(Fatal::at));
    }

    /** One that is missed has its grace; when both are, nobody is waited for as long. */
    private static @Nullable Fatal peerLost(Call call) {
        return Stream.concat(absences(call).map(Absence::alone), bothLost(call).stream())
                .min(Comparator.naturalOrder())
                .map(at -> new Fatal(at, EndReason.PEER_LOST))
                .orElse(null);
    }

    /** A call that never was connected can still be, as long as one side is there. */
    private static @Nullable Fatal mediaLost(Call call) {
        return bothLost(call).map(at -> new Fatal(at, EndReason.MEDIA_LOST)).orElse(null);
    }

    private static Optional<Instant> bothLost(Call call) {
        return sides(call).allMatch(Presence::isMissed)
                ? absences(call).map(Absence::together).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    private static Stream<Absence> absences(Call call) {
        return sides(call).flatMap(side -> Stream.ofNullable(side.absence()));
    }

    static Optional<Instant> lease(Call call, Duration evidence) {
        return switch (call.state()) {
            case Ringing _ -> Optional.of(call.caller().aliveUntil());
            case Ongoing ongoing ->
                Stream.concat(sides(call).map(Presence::leaseDue), Stream.of(evidenceDue(call, ongoing, evidence)))
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder());
            case Ended _ -> Optional.empty();
        };
    }

    /** When the media plane, which vouches for both silent devices, should be asked whether that is still so. */
    static @Nullable Instant evidenceDue(Call call, Ongoing ongoing, Duration evidence) {
        if (call.meeting() == null || !sides(call).allMatch(Presence::isJoined)) {
            return null;
        }
        return Stream.concat(sides(call).map(Presence::aliveUntil), Stream.ofNullable(ongoing.askedAt()))
                .max(Comparator.naturalOrder())
                .map(since -> since.plus(evidence))
                .orElseThrow();
    }

    /** The presences of an ongoing call; before the answer only the caller's. */
    static Stream<Presence> sides(Call call) {
        return Stream.of(call.caller(), call.callee()).filter(Objects::nonNull);
    }

    private static Optional<Instant> earliest(Instant one, @Nullable Instant other) {
        return Optional.of(other == null || one.isBefore(other) ? one : other);
    }
}
