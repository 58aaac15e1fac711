package dev.ringline.simulator.rest.livestream;

import dev.ringline.simulator.livestream.Livestream;
import dev.ringline.simulator.livestream.Livestream.Status;
import dev.ringline.simulator.rest.SortOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** Which livestreams a list is to show. The times bound the creation. */
record LivestreamQuery(
        @BindParam("start_time") @Nullable Instant startTime,
        @BindParam("end_time") @Nullable Instant endTime,
        @BindParam("exclude_meetings") @Nullable Boolean excludeMeetings,
        @Nullable Status status,
        @BindParam("sort_order") @Nullable SortOrder sortOrder) {

    List<Livestream> pick(List<Livestream> newestFirst) {
        List<Livestream> found = newestFirst.stream().filter(this::matches).toList();
        return sortOrder == SortOrder.ASC ? found.reversed() : found;
    }

    private boolean matches(Livestream stream) {
        return (startTime == null || !stream.createdAt().isBefore(startTime))
                && (endTime == null || !stream.createdAt().isAfter(endTime))
                && (!Boolean.TRUE.equals(excludeMeetings) || stream.meeting() == null)
                && (status == null || status == stream.status());
    }
}
