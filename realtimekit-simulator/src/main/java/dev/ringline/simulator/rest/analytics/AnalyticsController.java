package dev.ringline.simulator.rest.analytics;

import static java.time.ZoneOffset.UTC;

import dev.ringline.simulator.SimulatorClock;
import dev.ringline.simulator.app.App;
import dev.ringline.simulator.livestream.Livestream;
import dev.ringline.simulator.rest.Envelope;
import dev.ringline.simulator.rest.Paths;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Days are those of UTC, and a thing counts on the day it began; days without any are left out. */
@RestController
@RequestMapping({Paths.APP + "/analytics", Paths.LEGACY + "/analytics"})
class AnalyticsController {

    private static final int DAYS = 30;

    private final SimulatorClock clock;

    AnalyticsController(SimulatorClock clock) {
        this.clock = clock;
    }

    @GetMapping("/daywise")
    Envelope byDay(
            App app,
            @RequestParam(name = "start_date", required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable
                    LocalDate start,
            @RequestParam(name = "end_date", required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable
                    LocalDate end) {
        LocalDate to = end == null ? LocalDate.ofInstant(clock.instant(), UTC) : end;
        Period period = new Period(start == null ? to.minusDays(DAYS) : start, to);
        return Envelope.of(new Usage(sessions(app, period), recordings(app, period)));
    }

    @GetMapping("/livestreams/overall")
    Envelope livestreams(
            App app,
            @RequestParam(name = "start_time", required = false) @Nullable Double start,
            @RequestParam(name = "end_time", required = false) @Nullable Double end) {
        List<Livestream> streams = streams(app, start, end);
        return Envelope.of(new Streams(streams.size(), seconds(streams), 0));
    }

    @GetMapping("/livestreams/daywise")
    Envelope livestreamsByDay(
            App app,
            @RequestParam(name = "start_time", required = false) @Nullable Double start,
            @RequestParam(name = "end_time", required = false) @Nullable Double end) {
        List<StreamsOfDay> days = new TreeMap<>(streams(app, start, end).stream()
                        .collect(Collectors.groupingBy(stream -> dayOf(stream.createdAt()))))
                .entrySet().stream()
                        .map(day ->
                                new StreamsOfDay(day.getKey(), day.getValue().size(), seconds(day.getValue()), 0))
                        .toList();
        return Envelope.of(days);
    }

    private Sessions sessions(App app, Period period) {
        Count total = count(
                app.rooms().runs(),
                run -> run.session().startedAt(),
                run -> run.session().spentUntil(clock.instant()).toMillis() / 60_000.0,
                period);
        List<SessionsOfDay> days = total.days().stream()
                .map(day -> new SessionsOfDay(day.day(), day.number(), day.minutes()))
                .toList();
        return new Sessions(total.number(), total.minutes(), days);
    }

    private static Recordings recordings(App app, Period period) {
        Count total = count(app.recordings().all(), one -> one.invokedTime(), one -> one.seconds() / 60.0, period);
        List<RecordingsOfDay> days = total.days().stream()
                .map(day -> new RecordingsOfDay(day.day(), day.number(), day.minutes()))
                .toList();
        return new Recordings(total.number(), total.minutes(), days);
    }

    private static <T> Count count(
            List<T> things, Function<T, Instant> time, Function<T, Double> minutes, Period period) {
        TreeMap<LocalDate, List<T>> byDay = things.stream()
                .filter(thing -> period.has(dayOf(time.apply(thing))))
                .collect(Collectors.groupingBy(thing -> dayOf(time.apply(thing)), TreeMap::new, Collectors.toList()));
        List<Day> days = byDay.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue().size(), sum(day.getValue(), minutes)))
                .toList();
        return new Count(
                days.stream().mapToInt(Day::number).sum(),
                days.stream().mapToDouble(Day::minutes).sum(),
                days);
    }

    private static <T> double sum(List<T> things, Function<T, Double> minutes) {
        return things.stream().mapToDouble(minutes::apply).sum();
    }

    private static List<Livestream> streams(App app, @Nullable Double start, @Nullable Double end) {
        return app.livestreams().all().stream()
                .filter(one -> start == null || one.createdAt().getEpochSecond() >= start)
                .filter(one -> end == null || one.createdAt().getEpochSecond() <= end)
                .toList();
    }

    private long seconds(List<Livestream> streams) {
        return streams.stream()
                .mapToLong(stream -> stream.ingestSeconds(clock.instant()))
                .sum();
    }

    private static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, UTC);
    }

    private record Period(LocalDate from, LocalDate to) {

        private boolean has(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private record Day(LocalDate day, int number, double minutes) {}

    private record Count(int number, double minutes, List<Day> days) {}

    private record Usage(Sessions sessionStats, Recordings recordingStats) {}

    private record Sessions(int sessionsCount, double sessionsMinutesConsumed, List<SessionsOfDay> dayStats) {}

    private record SessionsOfDay(LocalDate day, int totalSessions, double totalSessionMinutes) {}

    private record Recordings(int recordingCount, double recordingMinutesConsumed, List<RecordingsOfDay> dayStats) {}

    private record RecordingsOfDay(LocalDate day, int totalRecordings, double totalRecordingMinutes) {}

    private record Streams(int count, long totalIngestSeconds, long totalViewerSeconds) {}

    private record StreamsOfDay(LocalDate date, int count, long totalIngestSeconds, long totalViewerSeconds) {}
}
