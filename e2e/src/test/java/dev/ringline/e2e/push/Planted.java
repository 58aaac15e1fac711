package dev.ringline.e2e.push;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/** Spoils what push services wrote down, so that it is seen whether anybody would notice. */
record Planted(List<Pushed> pushed, List<Rung> calls) {

    private static final Duration A_WHILE = Duration.ofSeconds(5);

    /** A device gets its ring again. */
    List<Pushed> secondRing() {
        var ring = any(push -> push.isRing() && !isSilenced(push));
        return with(ring.at(ring.at().plusMillis(1)));
    }

    /** A device never gets what silences it. */
    List<Pushed> noStop() {
        var stop = any(push -> push.is("stop"));
        return pushed.stream()
                .filter(push -> !(isOfTheSame(push, stop) && push.silences()))
                .toList();
    }

    /** A ring comes when the call was over for a while. */
    List<Pushed> ringAfterEnd() {
        var ring = any(push -> push.isRing() && call(push).over().isPresent() && !isSilenced(push));
        return instead(ring, call(ring).over().orElseThrow().at().plus(A_WHILE));
    }

    /** A ring comes when a stop has come already. */
    List<Pushed> ringAfterStop() {
        var ring = any(push -> push.isRing() && isSilenced(push));
        var stop = any(push -> isOfTheSame(push, ring) && push.silences());
        return instead(ring, stop.at().plusMillis(1));
    }

    /** A ring comes when its deadline was over for a while. */
    List<Pushed> ringAfterDeadline() {
        var ring = any(Pushed::isRing);
        return instead(ring, call(ring).deadline().plus(A_WHILE));
    }

    private List<Pushed> instead(Pushed push, Instant moment) {
        var others = pushed.stream().filter(other -> other != push).toList();
        return new Planted(others, calls).with(push.at(moment));
    }

    private List<Pushed> with(Pushed push) {
        List<Pushed> more = new ArrayList<>(pushed);
        more.add(push);
        more.sort(Comparator.comparing(Pushed::at));
        return more;
    }

    private boolean isSilenced(Pushed push) {
        return pushed.stream().anyMatch(other -> isOfTheSame(other, push) && other.silences());
    }

    private Pushed any(Predicate<Pushed> wanted) {
        return pushed.stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("Nothing that could be spoilt"));
    }

    private Rung call(Pushed push) {
        return calls.stream()
                .filter(call -> call.callId().equals(push.callId()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOfTheSame(Pushed one, Pushed other) {
        return one.callId().equals(other.callId()) && one.device().equals(other.device());
    }
}
