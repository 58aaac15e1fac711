package dev.ringline.simulator.rest.recording;

import dev.ringline.simulator.recording.Recording;
import dev.ringline.simulator.recording.Recording.Status;
import dev.ringline.simulator.rest.SortOrder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * Which recordings a list is to show. The times bound the call for it.
 *
 * @param status any of these
 * @param expired whether the files can no longer be downloaded
 */
record RecordingQuery(
        @BindParam("meeting_id") @Nullable UUID meetingId,
        @Nullable List<Status> status,
        @Nullable Boolean expired,
        @Nullable String search,
        @BindParam("sort_by") @Nullable SortBy sortBy,
        @BindParam("sort_order") @Nullable SortOrder sortOrder,
        @BindParam("start_time") @Nullable Instant startTime,
        @BindParam("end_time") @Nullable Instant endTime) {

    /** In the words of the API. */
    enum SortBy {
        invokedTime
    }

    List<Recording> pick(List<Recording> newestFirst, Instant now) {
        List<Recording> found =
                newestFirst.stream().filter(one -> matches(one, now)).toList();
        return sortOrder == SortOrder.ASC ? found.reversed() : found;
    }

    private boolean matches(Recording recording, Instant now) {
        return (meetingId == null || meetingId.equals(recording.meeting().id()))
                && (status == null || status.isEmpty() || status.contains(recording.status()))
                && (expired == null || expired == isExpired(recording, now))
                && (search == null || (recording.id() + recording.outputFileName()).contains(search))
                && (startTime == null || !recording.invokedTime().isBefore(startTime))
                && (endTime == null || !recording.invokedTime().isAfter(endTime));
    }

    private static boolean isExpired(Recording recording, Instant now) {
        Recording.Files files = recording.files();
        return files != null && now.isAfter(files.expiry());
    }
}
