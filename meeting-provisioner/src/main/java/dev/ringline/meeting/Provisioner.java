package dev.ringline.meeting;

import dev.ringline.meeting.Announcement.FailureReason;
import dev.ringline.meeting.MeetingProvider.JoinToken;
import dev.ringline.meeting.MeetingProvider.NewParticipant;
import dev.ringline.meeting.MeetingProvider.ProviderOutcome.Failed;
import dev.ringline.meeting.MeetingProvider.ProviderOutcome.Success;
import dev.ringline.meeting.Progress.Gathering;
import dev.ringline.meeting.Progress.GivenUp;
import dev.ringline.meeting.Progress.Over;
import dev.ringline.meeting.Progress.Provisioned;
import dev.ringline.meeting.Progress.Requested;
import dev.ringline.meeting.Progress.Seat;
import dev.ringline.meeting.Provisioning.Step.AddParticipant;
import dev.ringline.meeting.Provisioning.Step.CloseMeeting;
import dev.ringline.meeting.Provisioning.Step.CreateMeeting;
import dev.ringline.meeting.Provisioning.Step.GiveUp;
import dev.ringline.meeting.Provisioning.Step.Nothing;
import dev.ringline.meeting.Provisionings.Change;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Carries a provisioning on, step by step, each result stored before the next step begins. A failure ends the run: the
 * next attempt is a due time. Two runs of one call are safe, if wasteful: the first result that is stored counts.
 */
public final class Provisioner {

    private static final Logger LOG = LoggerFactory.getLogger(Provisioner.class);
    private static final String MEETING_ID = "meetingId";
    private static final String SUCCESS = "success";

    private final Provisionings provisionings;
    private final MeetingProvider provider;
    private final TokenSealer sealer;
    private final Patience patience;
    private final InstantSource clock;

    public Provisioner(
            Provisionings provisionings,
            MeetingProvider provider,
            TokenSealer sealer,
            Patience patience,
            InstantSource clock) {
        this.provisionings = provisionings;
        this.provider = provider;
        this.sealer = sealer;
        this.patience = patience;
        this.clock = clock;
    }

    /** Does what is due of {@code claimed}, until nothing is left or an attempt failed. */
    public void work(Provisioning claimed) {
        Optional<Provisioning> current = Optional.of(claimed);
        while (current.isPresent()) {
            current = step(current.get());
        }
    }

    private Optional<Provisioning> step(Provisioning current) {
        return switch (current.next(clock.instant())) {
            case CreateMeeting _ -> createMeeting(current);
            case AddParticipant add -> addParticipant(current, add);
            case GiveUp(FailureReason reason) -> giveUp(current, reason);
            case CloseMeeting(String meetingId) -> closeMeeting(current, meetingId);
            case Nothing _ -> Optional.empty();
        };
    }

    private Optional<Provisioning> createMeeting(Provisioning current) {
        String callId = current.call().callId();
        return switch (provider.createMeeting(callId, current.giveUpAt())) {
            case Success(String meetingId) -> {
                about(current, LOG.atInfo(), SUCCESS)
                        .addKeyValue(MEETING_ID, meetingId)
                        .log("meeting created");
                yield change(current, known -> Optional.of(known.meetingCreated(meetingId, clock.instant())));
            }
            case Failed(ProviderFailure failure) -> failed(current, failure);
        };
    }

    private Optional<Provisioning> addParticipant(Provisioning current, AddParticipant add) {
        RingingCall call = current.call();
        return switch (provider.addParticipant(add.meetingId(), add.userId(), call.media(), current.giveUpAt())) {
            case Success(NewParticipant participant) -> seat(current, add, participant);
            case Failed(ProviderFailure failure) -> failed(current, failure);
        };
    }

    private Optional<Provisioning> seat(Provisioning current, AddParticipant add, NewParticipant participant) {
        about(current, LOG.atInfo(), SUCCESS)
                .addKeyValue(MEETING_ID, add.meetingId())
                .addKeyValue("userId", add.userId())
                .log("participant added");
        JoinToken token = participant.token();
        Seat seat = new Seat(
                add.userId(),
                participant.participantId(),
                token.sealedBy(sealer, add.meetingId(), add.userId()),
                token.expiresAt());
        return change(current, known -> known.participantAdded(add.meetingId(), seat, clock.instant()));
    }

    private Optional<Provisioning> giveUp(Provisioning current, FailureReason reason) {
        return change(current, known -> known.givenUp(reason, clock.instant()));
    }

    private Optional<Provisioning> closeMeeting(Provisioning current, String meetingId) {
        Instant until = clock.instant().plus(Provisioning.LEASE);
        return switch (provider.closeMeeting(meetingId, until)) {
            case Success(String closed) -> {
                about(current, LOG.atInfo(), SUCCESS)
                        .addKeyValue(MEETING_ID, closed)
                        .log("meeting set inactive");
                yield change(current, known -> Optional.of(known.meetingClosed(closed, clock.instant())));
            }
            case Failed(ProviderFailure failure) -> closingFailed(current, meetingId, failure);
        };
    }

    private Optional<Provisioning> failed(Provisioning current, ProviderFailure failure) {
        report(current, failure);
        Instant now = clock.instant();
        Instant retryAt = patience.retryAt(now, current.schedule(), failure);
        return unlessItWaits(change(current, known -> known.failed(failure, retryAt, now)));
    }

    private Optional<Provisioning> closingFailed(Provisioning current, String meetingId, ProviderFailure failure) {
        report(current, failure);
        Instant now = clock.instant();
        Instant retryAt = patience.closeAgainAt(now, current.schedule(), failure);
        return unlessItWaits(
                change(current, known -> Optional.of(known.closingFailed(meetingId, failure, retryAt, now))));
    }

    private Optional<Provisioning> change(Provisioning current, Function<Provisioning, Optional<Change>> decision) {
        Optional<Provisioning> stored = provisionings.change(current.call().callId(), decision);
        stored.filter(next ->
                        !next.progress().getClass().equals(current.progress().getClass()))
                .ifPresent(Provisioner::announce);
        return stored;
    }

    private Optional<Provisioning> unlessItWaits(Optional<Provisioning> stored) {
        stored.filter(next -> next.schedule().waits()).ifPresent(provisionings::arm);
        return stored.filter(next -> !next.schedule().waits());
    }

    /** What the other services are told is told here too. */
    private static void announce(Provisioning next) {
        switch (next.progress()) {
            case Provisioned ready ->
                about(next, LOG.atInfo(), SUCCESS)
                        .addKeyValue(MEETING_ID, ready.meetingId())
                        .log("meeting provisioned");
            case GivenUp(FailureReason reason) ->
                about(next, LOG.atWarn(), reason.code()).log("no meeting for this call");
            case Requested _, Gathering _, Over _ -> {
                // the requests that led here have their own lines
            }
        }
    }

    private static void report(Provisioning current, ProviderFailure failure) {
        about(current, LOG.atWarn(), failure.reason().code())
                .addKeyValue("attempt", current.schedule().failures() + 1)
                .addKeyValue("detail", failure.detail())
                .log("the provider did not do it");
    }

    private static LoggingEventBuilder about(Provisioning current, LoggingEventBuilder line, String outcome) {
        return line.addKeyValue("callId", current.call().callId()).addKeyValue("outcome", outcome);
    }
}
