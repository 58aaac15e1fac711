package dev.ringline.notification.rules.user;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.stream.Stream;

/**
 * The hours of each day in which nothing rings, by the clocks of a zone. They begin and end once a day, whatever clocks
 * do: an hour that comes twice is quiet both times if it begins or ends them, and a bound that a day leaves out is when
 * its clocks jump.
 *
 * @param from the first minute
 * @param to the first minute that is not quiet any more; before {@code from}, it is that of the next day
 */
public record QuietHours(ZoneId zone, LocalTime from, LocalTime to) {

    public QuietHours {
        requireNonNull(zone, "zone");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }

    boolean include(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return Stream.of(today.minusDays(1), today)
                .anyMatch(day -> !now.isBefore(beginningOn(day)) && now.isBefore(endOfThoseThatBegan(day)));
    }

    private Instant beginningOn(LocalDate day) {
        LocalDateTime local = day.atTime(from);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change == null ? at(local) : moment(change, local, change.getOffsetBefore());
    }

    private Instant endOfThoseThatBegan(LocalDate day) {
        LocalDateTime local = (to.isAfter(from) ? day : day.plusDays(1)).atTime(to);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change == null ? at(local) : moment(change, local, change.getOffsetAfter());
    }

    private static Instant moment(ZoneOffsetTransition change, LocalDateTime local, ZoneOffset whenTwice) {
        return change.isGap() ? change.getInstant() : local.toInstant(whenTwice);
    }

    private Instant at(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }
}
