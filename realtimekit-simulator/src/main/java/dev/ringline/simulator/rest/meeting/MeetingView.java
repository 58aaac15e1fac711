package dev.ringline.simulator.rest.meeting;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.ringline.simulator.room.Meeting;
import dev.ringline.simulator.room.Meeting.Settings;
import dev.ringline.simulator.room.Meeting.Status;
import java.time.Instant;
import java.util.UUID;

record MeetingView(UUID id, @JsonUnwrapped Settings settings, Status status, Instant createdAt, Instant updatedAt) {

    static MeetingView of(Meeting meeting) {
        return new MeetingView(
                meeting.id(), meeting.settings(), meeting.status(), meeting.createdAt(), meeting.updatedAt());
    }
}
