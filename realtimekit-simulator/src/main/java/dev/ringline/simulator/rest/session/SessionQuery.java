package dev.ringline.simulator.rest.session;

import static java.util.Locale.ROOT;

import dev.ringline.simulator.RefusedException;
import dev.ringline.simulator.rest.SortOrder;
import dev.ringline.simulator.room.Rooms.Run;
import dev.ringline.simulator.room.Session;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * Which sessions a list is to show. The times bound the start.
 *
 * @param participants how many people, as {@code 1:10}
 */
record SessionQuery(
        @BindParam("associated_id") @Nullable UUID associatedId,
        @BindParam("start_time") @Nullable Instant startTime,
        @BindParam("end_time") @Nullable Instant endTime,
        @Nullable Status status,
        @Nullable String participants,
        @Nullable String search,
        @BindParam("sort_by") @Nullable SortBy sortBy,
        @BindParam("sort_order") @Nullable SortOrder sortOrder) {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,6}):(\\d{1,6})");

    enum Status {
        LIVE,
        ENDED
    }

    /** In the words of the API. */
    enum SortBy {
        minutesConsumed,
        createdAt
    }

    /** Those that are asked for, in the order asked for; without one, from the newest. */
    List<Run> pick(List<Run> newestFirst, Instant now) {
        Comparator<Run> order = sortBy == SortBy.minutesConsumed
                ? Comparator.comparing(run -> run.session().spentUntil(now))
                : Comparator.comparing(run -> run.session().startedAt());
        return newestFirst.stream()
                .filter(this::matches)
                .sorted(sortOrder == SortOrder.ASC ? order : order.reversed())
                .toList();
    }

    private boolean matches(Run run) {
        UUID meetingId = run.meeting().id();
        return (associatedId == null || associatedId.equals(meetingId))
                && spans(run.session().startedAt())
                && (status == null || (status == Status.LIVE) == (run.session().endedAt() == null))
                && isOfSize(run.session())
                && finds(run);
    }

    private boolean spans(Instant time) {
        return (startTime == null || !time.isBefore(startTime)) && (endTime == null || !time.isAfter(endTime));
    }

    private boolean isOfSize(Session session) {
        if (participants == null) {
            return true;
        }
        Matcher range = RANGE.matcher(participants);
        if (!range.matches()) {
            throw RefusedException.badRequest("\"participants\" must be a range such as 1:10");
        }
        long people = session.everybody().stream()
                .map(peer -> peer.participant().id())
                .distinct()
                .count();
        return Integer.parseInt(range.group(1)) <= people && people <= Integer.parseInt(range.group(2));
    }

    private boolean finds(Run run) {
        String text = (run.meeting().id() + " " + run.meeting().settings().title()).toLowerCase(ROOT);
        return search == null || text.contains(search.toLowerCase(ROOT));
    }
}
