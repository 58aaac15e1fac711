package dev.ringline.e2e.campaign;

import dev.ringline.e2e.crash.CrashPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a campaign has done to the system so far, and how much is enough. */
final class Toll {

    private static final Logger LOG = LoggerFactory.getLogger(Toll.class);

    private static final int CHANCES = 12;

    private final Set<CrashPoint> points;
    private final int wantedKills;
    private final boolean everyPoint;
    private final Instant earliestEnd;
    private final Instant latestEnd;
    private final Set<CrashPoint> reached = EnumSet.noneOf(CrashPoint.class);
    private final Map<String, Integer> deeds = new ConcurrentSkipListMap<>();
    private final Map<CrashPoint, Integer> misses = new EnumMap<>(CrashPoint.class);
    private int kills;

    /**
     * @param points where the processes of this campaign may die
     * @param least how long it goes on at least; if that is not zero, until there was a kill at every point, too
     * @param patience how much longer it may take until there was enough of it
     */
    Toll(Set<CrashPoint> points, int wantedKills, Duration least, Duration patience) {
        this.points = EnumSet.copyOf(points);
        this.wantedKills = wantedKills;
        this.everyPoint = !least.isZero();
        this.earliestEnd = Instant.now().plus(least);
        this.latestEnd = earliestEnd.plus(patience);
    }

    /** A process died where it was told to. */
    synchronized void reached(CrashPoint point) {
        reached.add(point);
        killed("crash point");
        LOG.info("{}: died at {}", kills, point);
    }

    /** It did not come there in time and was killed anywhere else. */
    synchronized void missed(CrashPoint point, String module) {
        killed(module);
        misses.merge(point, 1, Integer::sum);
        LOG.info("{}: {} killed, for it did not come to {}", kills, module, point);
    }

    synchronized void killed(String what) {
        kills++;
        did("kill: " + what);
    }

    void did(String what) {
        deeds.merge(what, 1, Integer::sum);
    }

    synchronized int kills() {
        return kills;
    }

    synchronized Set<CrashPoint> neverReached() {
        Set<CrashPoint> others = EnumSet.copyOf(points);
        others.removeAll(reached);
        return others;
    }

    /** The points that no process came to in several chances: nobody ever does. */
    synchronized Set<CrashPoint> unreachable() {
        return neverReached().stream()
                .filter(point -> misses.getOrDefault(point, 0) >= CHANCES)
                .collect(Collectors.toSet());
    }

    boolean isEnough() {
        var now = Instant.now();
        return now.isAfter(latestEnd)
                || (now.isAfter(earliestEnd) && kills() >= wantedKills && areEnoughPointsReached());
    }

    private synchronized boolean areEnoughPointsReached() {
        return !everyPoint || reached.containsAll(points);
    }

    @Override
    public String toString() {
        return deeds.entrySet().stream()
                .map(deed -> deed.getValue() + " × " + deed.getKey())
                .collect(Collectors.joining(", ", kills() + " kills (", ")"));
    }
}
