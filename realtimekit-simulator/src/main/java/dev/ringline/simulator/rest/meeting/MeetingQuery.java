package dev.ringline.simulator.rest.meeting;

import static java.util.Locale.ROOT;

import dev.ringline.simulator.room.Meeting;
import dev.ringline.simulator.room.Meeting.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** Which meetings a list is to show. The search text is looked for in id and title; the times bound the creation. */
record MeetingQuery(
        @Nullable String search,
        @BindParam("start_time") @Nullable Instant startTime,
        @BindParam("end_time") @Nullable Instant endTime,
        @Nullable Status status) {

    boolean matches(Meeting meeting) {
        return finds(meeting) && spans(meeting.createdAt()) && (status == null || status == meeting.status());
    }

    private boolean finds(Meeting meeting) {
        return search == null
                || contains(meeting.id().toString(), search)
                || contains(String.valueOf(meeting.settings().title()), search);
    }

    private boolean spans(Instant time) {
        return (startTime == null || !time.isBefore(startTime)) && (endTime == null || !time.isAfter(endTime));
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(ROOT).contains(part.toLowerCase(ROOT));
    }
}
