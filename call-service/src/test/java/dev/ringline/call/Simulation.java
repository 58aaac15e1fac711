package dev.ringline.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.call.Call.Dial;
import dev.ringline.call.CallCommand.AcceptMeeting;
import dev.ringline.call.CallCommand.Actor;
import dev.ringline.call.CallCommand.Alert;
import dev.ringline.call.CallCommand.Answer;
import dev.ringline.call.CallCommand.ByUser;
import dev.ringline.call.CallCommand.DeadlinePassed;
import dev.ringline.call.CallCommand.Decline;
import dev.ringline.call.CallCommand.End;
import dev.ringline.call.CallCommand.GiveUpMeeting;
import dev.ringline.call.CallRules.DialRequest;
import dev.ringline.call.CallService.Outcome;
import dev.ringline.call.Decision.Refusal;
import dev.ringline.call.Meeting.JoinToken;
import dev.ringline.call.Meeting.Seat;
import dev.ringline.call.UnreliableCalls.OutcomeUnknown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/** One run: users with two devices each, a provisioner and the time, all at once, on the real rules and a store that fails. */
final class Simulation {

    private static final List<String> USERS = List.of("alice", "bob", "carol");
    private static final List<Function<Actor, ByUser>> COMMANDS =
            List.of(Alert::new, Answer::new, Answer::new, Decline::new, End::new, End::new);
    private static final int COMMANDS_OF_A_DEVICE = 6;

    private final Random random;
    private final Interleaving interleaving;
    private final InMemoryCalls stored = new InMemoryCalls();
    private final Ledger ledger = new Ledger();
    private final CallService service;
    private final Dialling dialling;
    private Instant now = CallFixtures.NOON;

    Simulation(long seed) {
        random = new Random(seed);
        interleaving = new Interleaving(random);
        Calls calls = new UnreliableCalls(stored, interleaving::step, random, ledger);
        CallRules rules = CallFixtures.RULES;
        Surroundings surroundings = new Surroundings(_ -> {}, () -> now, _ -> interleaving.step());
        AtomicInteger ids = new AtomicInteger();
        service = new CallService(calls, rules, (_, _) -> Optional.of(new JoinToken("token")), surroundings);
        dialling = new Dialling(
                calls,
                service,
                rules,
                new Dialling.Parts(() -> "call-" + ids.incrementAndGet(), () -> false, surroundings));
    }

    void run() throws Throwable {
        USERS.stream()
                .flatMap(user -> Stream.of(new Actor(user, "phone"), new Actor(user, "tablet")))
                .forEach(device -> interleaving.add(() -> repeat(() -> act(device))));
        interleaving.add(() -> repeat(this::provision));
        interleaving.add(() -> repeat(this::passTime));
        interleaving.run();
        interleaving.add(this::passAllTime);
        interleaving.run();
        ledger.checkEnds(all());
    }

    private void repeat(Runnable command) {
        for (int turn = 0; turn < COMMANDS_OF_A_DEVICE; turn++) {
            interleaving.step();
            try {
                command.run();
            } catch (OutcomeUnknown e) {
                // as a client that was answered 503: it goes on, and nothing is known
            }
        }
    }

    private void act(Actor device) {
        Optional<Call> known = any(all());
        if (known.isEmpty() || random.nextInt(3) == 0) {
            see(device, dialling.dial(dial(device)));
        } else {
            ByUser command = COMMANDS.get(random.nextInt(COMMANDS.size())).apply(device);
            if (command instanceof End) {
                ledger.hangUp(known.get().id(), device);
            }
            see(device, service.perform(known.get().id(), command));
        }
    }

    private DialRequest dial(Actor device) {
        List<String> others =
                USERS.stream().filter(user -> !user.equals(device.userId())).toList();
        String callee = others.get(random.nextInt(others.size()));
        Dial key = random.nextInt(3) == 0 ? new Dial(device.userId() + random.nextInt(4), callee) : null;
        return CallFixtures.dial(device, callee, Media.values()[random.nextInt(2)], key);
    }

    /** What the device does with an answer: joins if it may. */
    private void see(Actor device, Outcome outcome) {
        switch (outcome) {
            case Outcome.Created(Call call) -> join(device, call, true);
            case Outcome.Done(Call call, boolean proven) -> join(device, call, proven);
            case Outcome.Rejected(Refusal refusal, Call call) ->
                assertThat(call.involves(device.userId()))
                        .as("%s: %s", refusal, call)
                        .isTrue();
            case Outcome.NotFound _ -> {}
            case Outcome.Unheard _ -> throw new AssertionError("The broker answers");
        }
    }

    private void join(Actor device, Call call, boolean proven) {
        assertThat(call.involves(device.userId())).isTrue();
        service.join(call, device, proven).ifPresent(_ -> ledger.granted(call, device));
    }

    private void provision() {
        any(all())
                .ifPresent(call -> service.apply(
                        call.id(), random.nextInt(6) == 0 ? new GiveUpMeeting() : new AcceptMeeting(meetingOf(call))));
    }

    private Meeting meetingOf(Call call) {
        Instant expiry = now.plus(Duration.ofDays(1));
        return new Meeting(
                1 + random.nextInt(2),
                "meeting-of-" + call.id(),
                Stream.of(call.parties().callerId(), call.parties().calleeId())
                        .map(user -> new Seat(user, "p-" + user, "sealed", "1", expiry))
                        .toList());
    }

    private void passTime() {
        now = now.plusSeconds(random.nextInt(12));
        any(all()).ifPresent(call -> service.apply(call.id(), new DeadlinePassed()));
    }

    /** Due work stays due until it is done, whatever fails. */
    private void passAllTime() {
        now = now.plus(Duration.ofDays(2));
        while (all().stream().anyMatch(Call::isLive)) {
            try {
                all().forEach(call -> service.apply(call.id(), new DeadlinePassed()));
            } catch (OutcomeUnknown e) {
                // the next sweep finds it
            }
        }
    }

    private List<Call> all() {
        return stored.all(_ -> true);
    }

    private Optional<Call> any(List<Call> calls) {
        return calls.isEmpty() ? Optional.empty() : Optional.of(calls.get(random.nextInt(calls.size())));
    }
}
