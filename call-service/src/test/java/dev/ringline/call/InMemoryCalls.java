package dev.ringline.call;

import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.Call.Dial;
import dev.ringline.call.rules.Call.Phase;
import dev.ringline.call.rules.Call.Status;
import dev.ringline.call.rules.CallRules.DialRequest;
import dev.ringline.call.rules.CallState;
import dev.ringline.call.rules.Decision.Accepted;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls in memory. That it behaves as the real store does is what {@link CallsContract} says. */
public final class InMemoryCalls implements Calls {

    private static final Comparator<Call> NEWEST_FIRST =
            Comparator.comparing(Call::createdAt).thenComparing(Call::id).reversed();

    private final Map<String, Call> calls = new LinkedHashMap<>();
    private boolean ringIsUnheard;
    private Runnable meanwhile = () -> {};

    @Override
    public Stored insert(Accepted decision, BooleanSupplier beforeTelling) {
        Stored stored = put(decision.next());
        if (stored == Stored.YES) {
            Runnable other = meanwhile;
            meanwhile = () -> {};
            other.run();
            var _ = beforeTelling.getAsBoolean();
        }
        return stored;
    }

    @Override
    public Stored store(Accepted decision) {
        Call next = decision.next();
        boolean isFirst = find(next.id())
                .filter(call -> call.version() + 1 == next.version())
                .isPresent();
        return isFirst ? put(next) : Stored.LOST;
    }

    @Override
    public Optional<Call> find(String callId) {
        return Optional.ofNullable(calls.get(callId));
    }

    @Override
    public Optional<Call> findProven(String callId) {
        return find(callId);
    }

    @Override
    public Optional<Call> findByDial(Dial dial) {
        return all(call -> keys(call).contains(dial.key())).stream().findFirst();
    }

    @Override
    public List<Call> occupying(Collection<String> userIds) {
        return all(call -> !Collections.disjoint(occupied(call), userIds));
    }

    @Override
    public List<Call> ringingFor(String userId) {
        return all(call -> call.status() == Status.RINGING
                && !call.silent()
                && call.parties().calleeId().equals(userId));
    }

    @Override
    public List<Call> liveOf(String userId) {
        return all(call -> call.isLive() && call.involves(userId));
    }

    @Override
    public List<Call> history(Filter filter, @Nullable Position position, int limit) {
        return all(call -> call.isVisibleTo(filter.userId())
                        && (filter.status() == null || filter.status() == call.status())
                        && (filter.with() == null || call.involves(filter.with()))
                        && (filter.conversationId() == null
                                || filter.conversationId().equals(call.parties().conversationId()))
                        && isBefore(call, position))
                .stream()
                .limit(limit)
                .toList();
    }

    @Override
    public long countMissed(String userId, Instant since) {
        return all(call -> call.isMissedByCallee()
                        && call.parties().calleeId().equals(userId)
                        && call.ending().orElseThrow().at().isAfter(since))
                .size();
    }

    @Override
    public boolean hasUsableTokens(DialRequest request, Instant until) {
        return all(call -> call.involves(request.caller().userId())
                        && call.involves(request.calleeId())
                        && call.media() == request.media()
                        && call.meeting() != null)
                .stream()
                .limit(1)
                .flatMap(call -> call.meeting().seats().stream())
                .map(seat -> seat.expiresAt().isAfter(until))
                .reduce(Boolean::logicalAnd)
                .orElse(false);
    }

    @Override
    public boolean hasUnheardRing(Duration patience) {
        return ringIsUnheard;
    }

    /** Runs once, between the next insert and whatever its writer does then. */
    void meanwhile(Runnable other) {
        meanwhile = other;
    }

    /** From now on some call rings that nobody hears. */
    void leaveRingUnheard() {
        ringIsUnheard = true;
    }

    @Override
    public Map<Phase, Long> countLive() {
        return all(Call::isLive).stream().collect(Collectors.groupingBy(Call::phase, Collectors.counting()));
    }

    /** Every call, in the order in which they were made. */
    public Collection<Call> all() {
        return calls.values();
    }

    /** As a store would that compares nothing. */
    public void overwrite(Call next) {
        calls.put(next.id(), next);
    }

    List<Call> all(Predicate<Call> wanted) {
        return calls.values().stream().filter(wanted).sorted(NEWEST_FIRST).toList();
    }

    private Stored put(Call next) {
        if (calls.values().stream().anyMatch(other -> isInTheWay(other, next))) {
            return Stored.IN_THE_WAY;
        }
        calls.put(next.id(), next);
        return Stored.YES;
    }

    private static boolean isInTheWay(Call other, Call next) {
        boolean samePair = other.isLive() && next.isLive() && pair(other).equals(pair(next));
        boolean sameUser = !Collections.disjoint(occupied(other), occupied(next));
        boolean sameKey = !Collections.disjoint(keys(other), keys(next));
        return !other.id().equals(next.id()) && (samePair || sameUser || sameKey);
    }

    private static Set<String> pair(Call call) {
        return Set.of(call.parties().callerId(), call.parties().calleeId());
    }

    private static Set<String> occupied(Call call) {
        return switch (call.state()) {
            case CallState.Ringing _ -> Set.of(call.parties().callerId());
            case CallState.Ongoing _ -> pair(call);
            case CallState.Ended _ -> Set.of();
        };
    }

    private static Set<String> keys(Call call) {
        return call.dials().stream().map(Dial::key).collect(Collectors.toSet());
    }

    private static boolean isBefore(Call call, @Nullable Position position) {
        if (position == null) {
            return true;
        }
        int byTime = call.createdAt().compareTo(position.createdAt());
        return byTime < 0 || (byTime == 0 && call.id().compareTo(position.callId()) < 0);
    }
}
