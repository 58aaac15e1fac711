package dev.ringline.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.call.Admission.Verdict;
import dev.ringline.call.CallService.Outcome;
import dev.ringline.call.CallService.Surroundings;
import dev.ringline.call.FollowUps.BusyPolicy;
import dev.ringline.call.JoinGrant.Token;
import dev.ringline.call.UnreliableCalls.OutcomeUnknown;
import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.Call.Dial;
import dev.ringline.call.rules.CallCommand;
import dev.ringline.call.rules.CallCommand.AcceptMeeting;
import dev.ringline.call.rules.CallCommand.Actor;
import dev.ringline.call.rules.CallCommand.Alert;
import dev.ringline.call.rules.CallCommand.Answer;
import dev.ringline.call.rules.CallCommand.ByUser;
import dev.ringline.call.rules.CallCommand.DeadlinePassed;
import dev.ringline.call.rules.CallCommand.Decline;
import dev.ringline.call.rules.CallCommand.End;
import dev.ringline.call.rules.CallCommand.GiveUpMeeting;
import dev.ringline.call.rules.CallCommand.Heartbeat;
import dev.ringline.call.rules.CallCommand.LeaseLapsed;
import dev.ringline.call.rules.CallCommand.NoteDelivery;
import dev.ringline.call.rules.CallCommand.PeerJoined;
import dev.ringline.call.rules.CallCommand.PeerLeft;
import dev.ringline.call.rules.CallCommand.SessionEnded;
import dev.ringline.call.rules.CallFixtures;
import dev.ringline.call.rules.CallRules;
import dev.ringline.call.rules.CallRules.DialRequest;
import dev.ringline.call.rules.Decision.Refusal;
import dev.ringline.call.rules.Media;
import dev.ringline.call.rules.Meeting;
import dev.ringline.call.rules.Meeting.Seat;
import dev.ringline.call.rules.Presence.MediaReport;
import dev.ringline.call.rules.Presence.Peer;
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
    private static final List<Function<Actor, ByUser>> COMMANDS = List.of(
            Alert::new,
            Answer::new,
            Answer::new,
            Decline::new,
            End::new,
            actor -> new Heartbeat(actor, MediaReport.CONNECTED),
            actor -> new Heartbeat(actor, MediaReport.RECONNECTING));
    private static final int COMMANDS_OF_A_DEVICE = 6;

    private final Random random;
    private final Interleaving interleaving;
    private final InMemoryCalls stored = new InMemoryCalls();
    private final Ledger ledger = new Ledger();
    private final CallService service;
    private final Dialling dialling;
    private final FollowUps followUps;
    private Instant now = CallFixtures.NOON;

    Simulation(long seed) {
        random = new Random(seed);
        interleaving = new Interleaving(random);
        Calls calls = new UnreliableCalls(stored, interleaving::step, random, ledger);
        CallRules rules = CallFixtures.RULES;
        Surroundings surroundings = new Surroundings(_ -> {}, () -> now, _ -> interleaving.step());
        AtomicInteger ids = new AtomicInteger();
        BusyPolicy policy = BusyPolicy.values()[random.nextInt(2)];
        service = new CallService(calls, rules, (_, _) -> Optional.of(new Token("token")), surroundings);
        followUps = new FollowUps(calls, service, policy);
        dialling = new Dialling(
                calls,
                service,
                rules,
                new Dialling.Parts(
                        () -> "call-" + ids.incrementAndGet(),
                        () -> Duration.ofSeconds(1),
                        () -> false,
                        new ProviderStatus(),
                        _ -> random.nextInt(8) == 0 ? new Verdict.Silent(false) : new Verdict.Ring(false),
                        new Dialling.Policy(policy, true, Duration.ofHours(4)),
                        surroundings));
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
                assertThat(call.isVisibleTo(device.userId()))
                        .as("%s: %s", refusal, call)
                        .isTrue();
            case Outcome.NotFound _ -> {}
            case Outcome.Unheard _, Outcome.ProviderClosed _, Outcome.NotAllowed _ ->
                throw new AssertionError("Nothing is in the way of a dial: " + outcome);
        }
    }

    private void join(Actor device, Call call, boolean proven) {
        assertThat(call.isVisibleTo(device.userId())).isTrue();
        service.join(call, device, proven).ifPresent(_ -> ledger.granted(call, device));
    }

    private void provision() {
        any(all()).ifPresent(call -> service.apply(call.id(), word(call)));
    }

    /** Something that the provisioner or the media plane tells, true or not, in order or not. */
    private CallCommand word(Call call) {
        long sequence = 1 + random.nextInt(6);
        String user = random.nextBoolean()
                ? call.parties().callerId()
                : call.parties().calleeId();
        String peer = user + random.nextInt(2);
        return switch (random.nextInt(9)) {
            case 0 -> new GiveUpMeeting(sequence);
            case 1, 2 -> new PeerJoined(sequence, user, new Peer(peer, "session", now.minusSeconds(random.nextInt(9))));
            case 3 -> new PeerLeft(sequence, user, peer, now);
            case 4 -> new SessionEnded(sequence, "session", now);
            case 5 -> new NoteDelivery(random.nextBoolean());
            default -> new AcceptMeeting(sequence, meetingOf(call));
        };
    }

    private Meeting meetingOf(Call call) {
        Instant expiry = now.plus(Duration.ofDays(1));
        return new Meeting(
                "meeting-of-" + call.id(),
                Stream.of(call.parties().callerId(), call.parties().calleeId())
                        .map(user -> new Seat(user, "p-" + user, "sealed", "1", expiry))
                        .toList());
    }

    private void passTime() {
        now = now.plusSeconds(random.nextInt(12));
        any(all()).ifPresent(this::doWhatIsDue);
    }

    private void doWhatIsDue(Call call) {
        service.apply(call.id(), new DeadlinePassed());
        service.apply(call.id(), new LeaseLapsed(random.nextInt(20) == 0 ? now.plusSeconds(45) : null));
        followUps.run(call.id());
    }

    /** Due work stays due until it is done, whatever fails. */
    private void passAllTime() {
        now = now.plus(Duration.ofDays(2));
        while (all().stream().anyMatch(Call::isLive)) {
            try {
                all().forEach(this::doWhatIsDue);
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
