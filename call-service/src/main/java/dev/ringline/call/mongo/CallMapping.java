package dev.ringline.call.mongo;

import static dev.ringline.call.mongo.PartMapping.dials;
import static dev.ringline.call.mongo.PartMapping.meeting;
import static dev.ringline.call.mongo.PartMapping.part;
import static dev.ringline.call.mongo.PartMapping.presence;
import static java.util.Objects.requireNonNull;

import dev.ringline.call.mongo.CallDocument.Pair;
import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.Call.Origin;
import dev.ringline.call.rules.Call.Parties;
import dev.ringline.call.rules.CallState;
import dev.ringline.call.rules.CallState.Ended;
import dev.ringline.call.rules.CallState.Limits;
import dev.ringline.call.rules.CallState.Ongoing;
import dev.ringline.call.rules.CallState.Ringing;
import dev.ringline.call.rules.Media;
import dev.ringline.call.rules.Timers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between a call and its document. */
final class CallMapping {

    static final String RINGING = "RINGING";
    static final String ONGOING = "ONGOING";
    static final String ENDED = "ENDED";

    private final Timers timers;

    CallMapping(Timers timers) {
        this.timers = timers;
    }

    CallDocument toDocument(Call call) {
        Parties parties = call.parties();
        CallState state = call.state();
        Pair between = Pair.of(parties.callerId(), parties.calleeId());
        return new CallDocument(
                call.id(),
                call.version(),
                call.sequence(),
                parties.callerId(),
                parties.calleeId(),
                call.silent() ? List.of(parties.callerId()) : List.of(parties.callerId(), parties.calleeId()),
                between,
                parties.conversationId(),
                call.media().name(),
                call.silent(),
                call.createdAt(),
                call.ringDeadline(),
                part(call.caller()),
                call.callee() == null ? null : part(call.callee()),
                nameOf(state),
                call.status().name(),
                call.phase().name(),
                state instanceof Ringing ringing ? part(ringing) : null,
                call.answer().map(PartMapping::part).orElse(null),
                state instanceof Ongoing ongoing ? part(ongoing) : null,
                call.connectedAt().orElse(null),
                call.ending().map(PartMapping::part).orElse(null),
                missedAt(call),
                call.meeting() == null ? null : part(call.meeting()),
                call.heard(),
                call.isLive() ? between : null,
                occupies(call),
                part(call.dials()),
                call.nextDeadline().orElse(null),
                call.leaseDue(timers).orElse(null),
                call.followUpDue().orElse(null));
    }

    Call toCall(CallDocument stored) {
        return new Call(
                stored.id(),
                stored.version(),
                stored.sequence(),
                new Origin(
                        new Parties(stored.callerId(), stored.calleeId(), stored.conversationId()),
                        stored.silent(),
                        stored.createdAt(),
                        stored.ringDeadline()),
                Media.valueOf(stored.media()),
                presence(stored.caller()),
                stored.callee() == null ? null : presence(stored.callee()),
                state(stored),
                stored.meeting() == null ? null : meeting(stored.meeting()),
                stored.heard(),
                dials(stored.dials()));
    }

    private static @Nullable Instant missedAt(Call call) {
        return call.isMissedByCallee() ? call.ending().map(CallState.Ending::at).orElse(null) : null;
    }

    private static @Nullable List<String> occupies(Call call) {
        return switch (call.state()) {
            case Ringing _ -> List.of(call.parties().callerId());
            case Ongoing _ -> List.of(call.parties().callerId(), call.parties().calleeId());
            case Ended _ -> null;
        };
    }

    private static String nameOf(CallState state) {
        return switch (state) {
            case Ringing _ -> RINGING;
            case Ongoing _ -> ONGOING;
            case Ended _ -> ENDED;
        };
    }

    private static CallState state(CallDocument stored) {
        return switch (stored.state()) {
            case RINGING -> PartMapping.ringing(requireNonNull(stored.ringing(), "ringing"));
            case ONGOING -> ongoing(stored);
            case ENDED ->
                new Ended(
                        Optional.ofNullable(stored.answer())
                                .map(PartMapping::answer)
                                .orElse(null),
                        stored.connectedAt(),
                        PartMapping.ending(requireNonNull(stored.ending(), "ending")));
            default ->
                throw new IllegalStateException(
                        "Call %s has the unknown state %s".formatted(stored.id(), stored.state()));
        };
    }

    private static Ongoing ongoing(CallDocument stored) {
        CallDocument.OngoingPart part = requireNonNull(stored.ongoing(), "ongoing");
        return new Ongoing(
                PartMapping.answer(requireNonNull(stored.answer(), "answer")),
                new Limits(part.meetingBy(), part.connectBy(), part.endsAt()),
                stored.connectedAt(),
                part.askedAt(),
                stored.followUpDue());
    }
}
