package dev.ringline.meeting.mongo;

import dev.ringline.duework.VersionedDocument;
import dev.ringline.meeting.Announcement.FailureReason;
import dev.ringline.meeting.Progress;
import dev.ringline.meeting.Progress.Gathering;
import dev.ringline.meeting.Progress.GivenUp;
import dev.ringline.meeting.Progress.Over;
import dev.ringline.meeting.Progress.Provisioned;
import dev.ringline.meeting.Progress.Requested;
import dev.ringline.meeting.Progress.Seat;
import dev.ringline.meeting.Provisioning;
import dev.ringline.meeting.Provisioning.Counters;
import dev.ringline.meeting.Provisioning.Schedule;
import dev.ringline.meeting.RingingCall;
import dev.ringline.meeting.RingingCall.MeetingMedia;
import dev.ringline.meeting.TokenSealer.SealedToken;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A provisioning as it is stored. Fields that have no meaning in a state are absent.
 *
 * @param id the call's id
 * @param state which {@link Progress}, in words of its own so that types can be renamed
 * @param endedAt since when the job is over; the document is deleted a configured time later, see
 *     {@link ProvisioningRetention}
 * @param due what {@link dev.ringline.duework.DueWork} sweeps and leases
 */
@Document(ProvisioningDocument.COLLECTION)
public record ProvisioningDocument(
        @Id String id,
        long version,
        State state,
        Call call,
        @Nullable String meetingId,
        @Nullable List<StoredSeat> seats,
        @Nullable FailureReason reason,
        @Nullable List<String> toClose,
        Instant giveUpAt,
        @Nullable Instant due,
        int failures,
        @Nullable FailureReason lastFailure,
        long seen,
        long told,
        @Nullable Instant endedAt)
        implements VersionedDocument {

    static final String COLLECTION = "provisionings";

    static final String ENDED_AT = "endedAt";

    /** The name of {@link #due} for the due index. */
    public static final String DUE = "due";

    enum State {
        REQUESTED,
        GATHERING,
        PROVISIONED,
        GIVEN_UP,
        OVER
    }

    record Call(String callerId, String calleeId, MeetingMedia media, Instant createdAt, Instant ringDeadline) {}

    record StoredSeat(String userId, String participantId, String sealedToken, String sealedWith, Instant expiresAt) {

        static StoredSeat of(Seat seat) {
            SealedToken token = seat.token();
            return new StoredSeat(seat.userId(), seat.participantId(), token.text(), token.keyId(), seat.expiresAt());
        }

        Seat toSeat() {
            return new Seat(userId, participantId, new SealedToken(sealedToken, sealedWith), expiresAt);
        }
    }

    static ProvisioningDocument of(Provisioning provisioning) {
        RingingCall call = provisioning.call();
        Schedule schedule = provisioning.schedule();
        Counters counters = provisioning.counters();
        Progress progress = provisioning.progress();
        return new ProvisioningDocument(
                call.callId(),
                counters.version(),
                state(progress),
                new Call(call.callerId(), call.calleeId(), call.media(), call.createdAt(), call.ringDeadline()),
                meetingId(progress),
                seats(progress),
                progress instanceof GivenUp(FailureReason reason) ? reason : null,
                provisioning.toClose().isEmpty() ? null : provisioning.toClose(),
                provisioning.giveUpAt(),
                schedule.due(),
                schedule.failures(),
                schedule.lastFailure(),
                counters.seen(),
                counters.told(),
                progress instanceof Over(Instant since) ? since : null);
    }

    private static State state(Progress progress) {
        return switch (progress) {
            case Requested _ -> State.REQUESTED;
            case Gathering _ -> State.GATHERING;
            case Provisioned _ -> State.PROVISIONED;
            case GivenUp _ -> State.GIVEN_UP;
            case Over _ -> State.OVER;
        };
    }

    private static @Nullable String meetingId(Progress progress) {
        return switch (progress) {
            case Gathering gathering -> gathering.meetingId();
            case Provisioned ready -> ready.meetingId();
            case Requested _, GivenUp _, Over _ -> null;
        };
    }

    private static @Nullable List<StoredSeat> seats(Progress progress) {
        return switch (progress) {
            case Gathering gathering ->
                gathering.seats().stream().map(StoredSeat::of).toList();
            case Provisioned ready -> ready.seats().stream().map(StoredSeat::of).toList();
            case Requested _, GivenUp _, Over _ -> null;
        };
    }

    /** The provisioning that is stored here. */
    public Provisioning toProvisioning() {
        return new Provisioning(
                new RingingCall(
                        id, call.callerId(), call.calleeId(), call.media(), call.createdAt(), call.ringDeadline()),
                progress(),
                toClose == null ? List.of() : toClose,
                giveUpAt,
                new Schedule(due, failures, lastFailure),
                new Counters(seen, told, version));
    }

    private Progress progress() {
        return switch (state) {
            case REQUESTED -> new Requested();
            case GATHERING -> new Gathering(Objects.requireNonNull(meetingId), storedSeats());
            case PROVISIONED -> new Provisioned(Objects.requireNonNull(meetingId), storedSeats());
            case GIVEN_UP -> new GivenUp(Objects.requireNonNull(reason));
            case OVER -> new Over(Objects.requireNonNull(endedAt));
        };
    }

    private List<Seat> storedSeats() {
        return seats == null
                ? List.of()
                : seats.stream().map(StoredSeat::toSeat).toList();
    }
}
