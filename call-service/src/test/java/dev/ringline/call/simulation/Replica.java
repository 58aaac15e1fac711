package dev.ringline.call.simulation;

import dev.ringline.call.Admission.Verdict;
import dev.ringline.call.Assembly;
import dev.ringline.call.CallService.Observer;
import dev.ringline.call.CallService.UnsettledException;
import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.CallCommand.DeadlinePassed;
import dev.ringline.call.rules.CallCommand.LeaseLapsed;
import dev.ringline.call.rules.CallFixtures;
import dev.ringline.call.rules.CallState.Ringing;
import dev.ringline.call.simulation.Broker.Unacknowledged;
import dev.ringline.call.simulation.ReplicaCalls.OutcomeUnknown;
import dev.ringline.call.simulation.story.Interleaving;
import dev.ringline.call.simulation.story.Story;
import dev.ringline.duework.relay.Relay;
import dev.ringline.messaging.EncodedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** One process of the call service: what it has in memory dies with it. */
final class Replica implements Interleaving.Process, ReplicaCalls.Teller {

    private static final Duration SWEEP_LEASE = Duration.ofSeconds(5);

    private final String name;
    private final World world;
    private final Parts parts;
    private final Assembly services;
    private final Assembly answering;
    private final Relay relay;
    private final Set<String> armed = new HashSet<>();
    private final Set<String> untold = new HashSet<>();
    private boolean brokerIsSilent;
    private int deaths;
    private Duration skew;

    /** What all processes share. */
    record Parts(
            World world,
            Database database,
            Ledger ledger,
            Broker broker,
            Story.Weather weather,
            Supplier<String> ids) {}

    Replica(String name, Parts parts) {
        this.name = name;
        this.parts = parts;
        this.world = parts.world();
        this.skew = anySkew();
        this.services = assemble(UnaryOperator.identity());
        this.answering = world.has(Mutant.ANSWER_IGNORES_THE_DEADLINE) ? assemble(Replica::withoutDeadline) : services;
        this.relay = new Relay(this::publish, this::mark);
    }

    private Assembly assemble(UnaryOperator<Call> eyes) {
        Observer timers = decision -> armed.add(decision.next().id());
        return Assembly.of(new Assembly.Parts(
                new ReplicaCalls(world, parts.database(), parts.ledger(), this, eyes),
                this::now,
                timers,
                world::step,
                parts.ids(),
                _ -> isSilentCall() ? new Verdict.Silent(false) : new Verdict.Ring(false),
                parts.weather().busy()));
    }

    private boolean isSilentCall() {
        return parts.weather().someSilent() && world.upTo(8) == 0;
    }

    Assembly services() {
        return services;
    }

    /** The services that carry out answers. */
    Assembly answering() {
        return answering;
    }

    @Override
    public String name() {
        return name;
    }

    /** By the clock of this process. */
    @Override
    public Instant now() {
        return world.now().plus(skew);
    }

    @Override
    public int deaths() {
        return deaths;
    }

    /** Dies, and starts again with nothing but what is stored. */
    void die() {
        world.tell(() -> name + " is killed and starts again");
        deaths++;
        if (world.has(Mutant.FORGET_PENDING_ON_CRASH)) {
            untold.forEach(parts.database().pending()::forget);
        }
        untold.clear();
        armed.clear();
        brokerIsSilent = false;
        skew = anySkew();
    }

    private Duration anySkew() {
        int most = parts.weather().skewMillis();
        return most == 0 ? Duration.ZERO : Duration.ofMillis(world.upTo(2 * most) - most);
    }

    /** The fast path: tells on a thread of its own. While the last send failed only sweeps tell. */
    @Override
    public void tellSoon(String callId, List<EncodedEvent> events) {
        if (events.isEmpty() || brokerIsSilent) {
            return;
        }
        int life = deaths;
        untold.add(callId);
        world.interleaving().add(() -> {
            if (deaths == life) {
                world.interleaving().in(this, () -> tell(callId, events));
            }
        });
    }

    @Override
    public void tell(String callId, List<EncodedEvent> events) {
        try {
            if (world.has(Mutant.MARK_BEFORE_ACKNOWLEDGEMENT)) {
                mark(callId, events);
                events.forEach(this::publish);
            } else {
                relay.tell(callId, events);
            }
        } catch (Unacknowledged e) {
            brokerIsSilent = true; // the sweeper has it
        }
        untold.remove(callId);
    }

    private void publish(EncodedEvent event) {
        parts.broker().publish(event);
        brokerIsSilent = false;
    }

    /** A mark that is lost means only that it is told once more. */
    private void mark(Object callId, List<EncodedEvent> told) {
        if (!told.isEmpty() && !world.mishap()) {
            world.step();
            parts.database().pending().mark((String) callId, told);
            parts.ledger().looksRight();
        }
    }

    /** The timers that this process armed. */
    void runTimers() {
        for (String callId : List.copyOf(armed)) {
            parts.database().calls().find(callId).ifPresent(call -> doWhatIsDue(call, this::meetDeadline));
            armed.remove(callId);
        }
    }

    /** Does whatever is due, whoever it was that stored it. */
    void sweep() {
        for (Call call : List.copyOf(parts.database().all())) {
            doWhatIsDue(call, this::meetDeadline);
            doWhatIsDue(call, this::renewLease);
        }
        for (String callId : parts.database().pending().ids()) {
            doWhatIsDue(callId);
        }
    }

    private interface Duty {

        void carryOut(Call call);
    }

    private static void doWhatIsDue(Call call, Duty duty) {
        try {
            duty.carryOut(call);
        } catch (OutcomeUnknown | UnsettledException e) {
            // it stays due
        }
    }

    private void meetDeadline(Call call) {
        if (call.isOverdue(now())) {
            services.service().apply(call.id(), new DeadlinePassed());
        }
        if (call.followUpDue().filter(due -> !due.isAfter(now())).isPresent()) {
            services.followUps().run(call.id());
        }
    }

    private void renewLease(Call call) {
        if (call.leaseDue(CallFixtures.TIMERS)
                .filter(due -> !due.isAfter(now()))
                .isPresent()) {
            Instant extendedUntil = world.upTo(20) == 0 ? now().plusSeconds(45) : null;
            services.service().apply(call.id(), new LeaseLapsed(extendedUntil));
        }
    }

    /** Tells what a writer left untold, once what he was to do before was done. */
    private void doWhatIsDue(String callId) {
        world.step();
        Call call = parts.database().calls().find(callId).orElseThrow();
        List<EncodedEvent> events = parts.database().pending().claim(callId, now(), now().plus(SWEEP_LEASE));
        if (!events.isEmpty()) {
            doWhatIsDue(call, abandoned -> tellAbandoned(abandoned, events));
        }
    }

    private void tellAbandoned(Call abandoned, List<EncodedEvent> events) {
        boolean untoldStill = world.has(Mutant.DIAL_WITHOUT_A_SECOND_LOOK)
                || services.dialling().lookAgain(abandoned);
        parts.ledger().looked(abandoned.id());
        if (untoldStill) {
            world.tell(() -> "%s sweeps up what is untold of %s".formatted(name, abandoned.id()));
            tell(abandoned.id(), events);
        }
    }

    /** As somebody sees it who thinks that a ring never ends. */
    private static Call withoutDeadline(Call call) {
        if (!(call.state() instanceof Ringing ringing)) {
            return call;
        }
        Ringing endless = new Ringing(
                Instant.MAX, ringing.alertingDevices(), ringing.waiting(), ringing.reach(), ringing.pretendAt());
        return new Call(
                call.id(),
                call.version(),
                call.sequence(),
                call.origin(),
                call.media(),
                call.caller(),
                call.callee(),
                endless,
                call.meeting(),
                call.heard(),
                call.dials());
    }
}
