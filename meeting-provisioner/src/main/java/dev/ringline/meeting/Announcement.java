package dev.ringline.meeting;

import dev.ringline.meeting.Progress.Seat;
import dev.ringline.meeting.RingingCall.MeetingMedia;
import java.util.List;
import java.util.Locale;

/** What the other services are told of a call's meeting; {@code sequence} counts per call from 1. */
public sealed interface Announcement {

    String callId();

    long sequence();

    /** Both seats are there. */
    record MeetingReady(String callId, long sequence, String meetingId, MeetingMedia media, List<Seat> seats)
            implements Announcement {

        public MeetingReady {
            seats = List.copyOf(seats);
        }
    }

    /** There will be no meeting. */
    record MeetingRefused(String callId, long sequence, FailureReason reason) implements Announcement {}

    /** Why a call has no meeting, as {@code MeetingProvisioningFailed} and the metrics name it. */
    enum FailureReason {
        AUTH_FAILED,
        NOT_FOUND,
        CONFLICT,
        RATE_LIMITED,
        BAD_REQUEST,
        UNAVAILABLE,
        PROTOCOL_ERROR,

        /** The time was up before the provider was even asked. */
        TIMED_OUT;

        /** In lower case with underscores. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
