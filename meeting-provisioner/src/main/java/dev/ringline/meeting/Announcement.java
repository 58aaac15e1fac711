package dev.ringline.meeting;

import java.util.List;

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
}
