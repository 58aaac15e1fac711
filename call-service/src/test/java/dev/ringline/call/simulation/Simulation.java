package dev.ringline.call.simulation;

import dev.ringline.call.CallService.Outcome;
import dev.ringline.call.CallService.UnsettledException;
import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.Call.Dial;
import dev.ringline.call.rules.CallCommand.Actor;
import dev.ringline.call.rules.CallCommand.Alert;
import dev.ringline.call.rules.CallCommand.Answer;
import dev.ringline.call.rules.CallCommand.ByUser;
import dev.ringline.call.rules.CallCommand.Decline;
import dev.ringline.call.rules.CallCommand.End;
import dev.ringline.call.rules.CallCommand.Heartbeat;
import dev.ringline.call.rules.CallFixtures;
import dev.ringline.call.rules.CallRules.DialRequest;
import dev.ringline.call.rules.Media;
import dev.ringline.call.rules.Presence.MediaReport;
import dev.ringline.call.simulation.Consumers.Reader;
import dev.ringline.call.simulation.ReplicaCalls.OutcomeUnknown;
import dev.ringline.call.simulation.story.Interleaving.Died;
import dev.ringline.call.simulation.story.Interleaving.Process;
import dev.ringline.call.simulation.story.Story;
import dev.ringline.call.simulation.story.Story.Act;
import dev.ringline.call.simulation.story.Story.Role;
import dev.ringline.call.simulation.story.Story.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One run of a story. */
final class Simulation {

    private static final List<Duration> PASSAGES = List.of(
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(12),
            Duration.ofSeconds(32),
            Duration.ofSeconds(50));

    private final Story story;
    private final World world;
    private final Ledger ledger;
    private final Database database;
    private final Consumers consumers;
    private final List<Replica> replicas;
    private final Clockwork time;

    /** @param told where the story is told, if anybody reads it */
    Simulation(Story story, Mutant mutant, long order, @Nullable List<String> told) {
        this.story = story;
        this.world = new World(new SplittableRandom(order), mutant, story.weather(), told);
        this.ledger = new Ledger(world);
        this.database = new Database(world);
        Broker broker = new Broker(world, ledger);
        this.consumers = new Consumers(world, ledger, broker);
        AtomicInteger ids = new AtomicInteger();
        Replica.Parts parts = new Replica.Parts(
                world, database, ledger, broker, story.weather(), () -> "call-" + ids.incrementAndGet());
        this.replicas = List.of(new Replica("replica 1", parts), new Replica("replica 2", parts));
        this.time = new Clockwork(world, database, ledger, consumers, replicas);
    }

    /** Plays it to the end, and a while longer in good weather; throws when a promise is broken. */
    void run() throws Throwable {
        story.roles().forEach(role -> world.interleaving().add(() -> play(role)));
        world.interleaving().run();
        world.calm();
        world.interleaving().add(this::end);
        world.interleaving().run();
    }

    private void end() {
        world.tell(() -> "all have done what they wanted");
        time.passAll();
        ledger.checkEnd(consumers, database);
        List<Object> before = consumers.traces();
        consumers.readers().forEach(reader -> reader.dieAndReadFrom(0));
        time.passAll();
        Promise.I9.keep(consumers.traces().equals(before), "before: " + before + ", after: " + consumers.traces());
    }

    private void play(Role role) {
        for (Turn turn : role.turns()) {
            world.step();
            play(role, turn);
        }
    }

    private void play(Role role, Turn turn) {
        Replica replica = replicas.get(turn.choice() % 2);
        int choice = turn.choice() / 2;
        Reader reader = consumers.readers().get(choice % 3);
        switch (turn.act()) {
            case DIAL -> in(replica, () -> dial(replica, role.device(), choice));
            case ALERT, ANSWER, DECLINE, END, MEDIA_UP, MEDIA_LOST ->
                known(choice).ifPresent(call -> in(replica, () -> perform(replica, role.device(), turn.act(), call)));
            case MEETING_READY, NO_MEETING, JOINED, LEFT, SESSION_OVER, DELIVERED ->
                known(choice).ifPresent(call -> in(replica, () -> hear(replica, turn.act(), call)));
            case SWEEP -> in(replica, replica::sweep);
            case TIMERS -> in(replica, replica::runTimers);
            case READ -> in(reader, reader::readAll);
            case PASS -> time.pass(PASSAGES.get(choice % PASSAGES.size()));
            case KILL_REPLICA -> replica.die();
            case KILL_READER -> consumers.busiest(reader).dieAndReadFrom(Integer.MAX_VALUE);
            case REPLAY -> reader.dieAndReadFrom(0);
        }
    }

    /** Does something in a process; whoever asked for it may never learn what became of it. */
    private void in(Process process, Runnable work) {
        try {
            world.interleaving().in(process, work);
        } catch (Died | OutcomeUnknown | UnsettledException e) {
            // as a client that got no answer: it goes on, and nothing is known
        }
    }

    private Optional<Call> known(int choice) {
        List<Call> calls = List.copyOf(database.all());
        return calls.isEmpty() ? Optional.empty() : Optional.of(calls.get(choice % calls.size()));
    }

    private void dial(Replica replica, Actor device, int choice) {
        List<String> others = Story.USERS.stream()
                .filter(user -> !user.equals(device.userId()))
                .toList();
        String callee = others.get(choice % 2);
        Dial key = choice / 2 % 3 == 0 ? new Dial(device.userId() + choice / 6 % 2, callee) : null;
        DialRequest request = CallFixtures.dial(device, callee, Media.values()[choice / 12 % 2], key);
        int since = ledger.writesSoFar();
        world.tell(() -> "%s dials %s on %s".formatted(name(device), callee, replica.name()));
        see(replica, device, replica.services().dialling().dial(request), since);
    }

    private static ByUser command(Act act, Actor device) {
        return switch (act) {
            case ALERT -> new Alert(device);
            case ANSWER -> new Answer(device);
            case DECLINE -> new Decline(device);
            case END -> new End(device);
            case MEDIA_LOST -> new Heartbeat(device, MediaReport.RECONNECTING);
            default -> new Heartbeat(device, MediaReport.CONNECTED);
        };
    }

    private static String verb(Act act) {
        return switch (act) {
            case ALERT -> "rings for";
            case ANSWER -> "answers";
            case DECLINE -> "declines";
            case END -> "ends";
            case MEDIA_LOST -> "has lost the media of";
            default -> "has the media of";
        };
    }

    private void perform(Replica replica, Actor device, Act act, Call call) {
        ByUser command = command(act, device);
        if (command instanceof End) {
            ledger.hangUp(call.id(), device);
        }
        world.tell(() -> "%s %s %s on %s".formatted(name(device), verb(act), call.id(), replica.name()));
        int since = ledger.writesSoFar();
        var services = command instanceof Answer ? replica.answering() : replica.services();
        see(replica, device, services.service().perform(call.id(), command), since);
    }

    private void hear(Replica replica, Act act, Call call) {
        world.tell(() -> "%s hears of %s: %s"
                .formatted(replica.name(), call.id(), act.name().toLowerCase(Locale.ROOT)));
        replica.services().service().apply(call.id(), new Words(world).word(act, call));
    }

    /** What the device does with an answer: joins if it may. */
    private void see(Replica replica, Actor device, Outcome outcome, int since) {
        switch (outcome) {
            case Outcome.Created(Call call) -> join(replica, device, call, true, since);
            case Outcome.Done(Call call, boolean proven) -> join(replica, device, call, proven, since);
            case Outcome.Rejected(var _, Call call) -> ledger.answered(call, device);
            case Outcome.NotFound _ -> {}
            case Outcome.Unheard _, Outcome.ProviderClosed _, Outcome.NotAllowed _ ->
                throw new AssertionError("Nothing is in the way of a dial: " + outcome);
        }
    }

    private void join(Replica replica, Actor device, Call call, boolean proven, int since) {
        ledger.answered(call, device);
        replica.services().service().join(call, device, proven).ifPresent(_ -> {
            ledger.granted(call, device, since);
            consumers.join(call.id(), device);
        });
    }

    private static String name(Actor device) {
        return device.userId() + "/" + device.deviceId();
    }
}
