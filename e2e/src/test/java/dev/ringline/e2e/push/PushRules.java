package dev.ringline.e2e.push;

import dev.ringline.e2e.push.PushFinding.Kind;
import dev.ringline.e2e.push.Rung.Phone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each device is promised, whatever dies: it rings once at most, falls silent at least once, does not ring when the
 * call rings no more, nor after its deadline, and whoever asks later finds every push in the reports.
 */
final class PushRules {

    /** What began in time may arrive a little later; a stop waits so long for a ring that is under way. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(3);

    private final Map<String, List<Pushed>> byDelivery;
    private final Set<String> reported;

    private PushRules(List<Pushed> pushed, Set<String> reported) {
        this.byDelivery =
                pushed.stream().collect(Collectors.groupingBy(push -> delivery(push.callId(), push.device())));
        this.reported = reported;
    }

    /**
     * Everything that must not be; nothing if all is well.
     *
     * @param pushed in the order of arrival
     * @param reported the subjects of all reports: {@code call/kind/device}
     */
    static List<PushFinding> check(List<Pushed> pushed, List<Rung> calls, Set<String> reported) {
        var rules = new PushRules(pushed, reported);
        var ofCalls = calls.stream().flatMap(call -> call.phones().stream().flatMap(phone -> rules.of(call, phone)));
        return Stream.concat(ofCalls, rules.strays(calls)).toList();
    }

    private Stream<PushFinding> of(Rung call, Phone phone) {
        var pushes = byDelivery.getOrDefault(delivery(call.callId(), phone.id()), List.of());
        var rings = pushes.stream().filter(Pushed::isRing).toList();
        List<PushFinding> findings = new ArrayList<>();
        if (rings.size() > 1) {
            findings.add(finding(Kind.SECOND_RING, call, phone, rings));
        }
        if (mustFallSilent(call, phone, !rings.isEmpty()) && pushes.stream().noneMatch(Pushed::silences)) {
            findings.add(finding(Kind.MISSING_STOP, call, phone, pushes));
        }
        rings.stream()
                .filter(ring -> isAfterTheEnd(ring, call, pushes))
                .forEach(ring -> findings.add(finding(Kind.RING_AFTER_END, call, phone, ring)));
        rings.stream()
                .filter(ring -> ring.at().isAfter(call.deadline().plus(UNDER_WAY)))
                .forEach(ring -> findings.add(finding(Kind.RING_AFTER_DEADLINE, call, phone, ring)));
        pushes.stream()
                .filter(push -> !reported.contains("%s/%s/%s".formatted(push.callId(), push.kind(), push.device())))
                .forEach(push -> findings.add(finding(Kind.UNREPORTED, call, phone, push)));
        return findings.stream();
    }

    /** Whoever rang where the platform takes stops and did not end it himself; and everybody whose call was missed. */
    private static boolean mustFallSilent(Rung call, Phone phone, boolean rang) {
        return call.wasMissed() || (call.over().isPresent() && rang && phone.takesStops() && !call.endedOn(phone));
    }

    /** Once this device itself was told, not even what was under way is excused. */
    private static boolean isAfterTheEnd(Pushed ring, Rung call, List<Pushed> pushes) {
        Instant late = call.over().map(over -> over.at().plus(UNDER_WAY)).orElse(Instant.MAX);
        return ring.at().isAfter(late)
                || pushes.stream().anyMatch(push -> push.silences() && push.at().isBefore(ring.at()));
    }

    /** Pushes of calls, or to devices, that nobody told of. */
    private Stream<PushFinding> strays(List<Rung> calls) {
        var known = calls.stream()
                .flatMap(call -> call.phones().stream().map(phone -> delivery(call.callId(), phone.id())))
                .collect(Collectors.toSet());
        return byDelivery.entrySet().stream()
                .filter(entry -> !known.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .map(List::getFirst)
                .map(push -> new PushFinding(Kind.STRAY, push.callId(), push.device(), push.toString()));
    }

    private static PushFinding finding(Kind kind, Rung call, Phone phone, Object what) {
        return new PushFinding(kind, call.callId(), phone.id(), "%s; %s".formatted(what, call));
    }

    private static String delivery(String callId, String device) {
        return callId + "/" + device;
    }
}
