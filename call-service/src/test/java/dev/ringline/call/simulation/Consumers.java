package dev.ringline.call.simulation;

import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.CallCommand.Actor;
import dev.ringline.call.rules.Decision.Fact;
import dev.ringline.call.simulation.Broker.Entry;
import dev.ringline.call.simulation.Ledger.Told;
import dev.ringline.call.simulation.story.Interleaving;
import dev.ringline.messaging.EncodedEvent;
import dev.ringline.messaging.SequenceGuard;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The services that read the events of calls: the one that writes the line, the one that rings and silences devices, the
 * one that closes sessions. What their effects store survives them; how far they have read does as far as they committed.
 */
final class Consumers {

    private static final SequenceGuard GUARD = new SequenceGuard("simulation", new SimpleMeterRegistry());

    private final World world;
    private final Ledger ledger;
    private final Broker broker;
    private final List<Reader> readers;
    private final Map<String, Long> last = new HashMap<>();
    private final Set<Actor> nobody = Set.of();
    private final Map<String, String> lines = new HashMap<>();
    private final Map<String, Set<Actor>> rung = new HashMap<>();
    private final Map<String, Set<Actor>> stopped = new HashMap<>();
    private final Map<String, Set<Actor>> present = new HashMap<>();
    private final Set<String> closed = new HashSet<>();

    Consumers(World world, Ledger ledger, Broker broker) {
        this.world = world;
        this.ledger = ledger;
        this.broker = broker;
        this.readers = List.of(
                new Reader("the message writer", batch -> batch.forEach(this::write)),
                new Reader("the notifier", this::notifyInOrder),
                new Reader("the provisioner", batch -> batch.forEach(this::close)));
    }

    List<Reader> readers() {
        return readers;
    }

    /** A reader that is at something, for it hurts most to be killed then; {@code other} if none is. */
    Reader busiest(Reader other) {
        return readers.stream().filter(Reader::isBusy).findFirst().orElse(other);
    }

    /** A member of a consumer group that has all partitions. */
    final class Reader implements Interleaving.Process {

        private final String name;
        private final Consumer<List<EncodedEvent>> effects;
        private final int[] committed = new int[Broker.PARTITIONS];
        private final int[] position = new int[Broker.PARTITIONS];
        private final boolean[] busy = new boolean[Broker.PARTITIONS];
        private int deaths;

        private Reader(String name, Consumer<List<EncodedEvent>> effects) {
            this.name = name;
            this.effects = effects;
        }

        @Override
        public int deaths() {
            return deaths;
        }

        /** Dies, and reads again from where it last committed, or from {@code offset} if that is earlier. */
        void dieAndReadFrom(int offset) {
            world.tell(() -> name + " is killed and reads again" + (offset == 0 ? " from the start" : ""));
            deaths++;
            for (int partition = 0; partition < Broker.PARTITIONS; partition++) {
                committed[partition] = Math.min(committed[partition], offset);
                position[partition] = committed[partition];
                busy[partition] = false;
            }
        }

        private boolean isBusy() {
            return busy[0] || busy[1];
        }

        void readAll() {
            for (int partition = 0; partition < Broker.PARTITIONS; partition++) {
                while (poll(partition)) {
                    // to the end
                }
            }
        }

        /** Reads the next few records of a partition and commits them; false if there are none. */
        private boolean poll(int partition) {
            List<Entry> entries = broker.partition(partition);
            int from = position[partition];
            if (busy[partition] || from == entries.size()) {
                return false;
            }
            int to = Math.min(entries.size(), from + 1 + world.upTo(3));
            busy[partition] = true;
            effects.accept(entries.subList(from, to).stream().map(Entry::event).toList());
            position[partition] = to;
            busy[partition] = false;
            world.step();
            committed[partition] = Math.max(committed[partition], to);
            return true;
        }

        /** When the oldest record was appended that it has not read; the end of time if there is none. */
        Instant unreadSince() {
            Instant oldest = Instant.MAX;
            for (int partition = 0; partition < Broker.PARTITIONS; partition++) {
                List<Entry> entries = broker.partition(partition);
                if (position[partition] < entries.size()) {
                    Instant at = entries.get(position[partition]).at();
                    oldest = at.isBefore(oldest) ? at : oldest;
                }
            }
            return oldest;
        }
    }

    /** The call's id is the line's, so that it does not matter how often an end is told. */
    private void write(EncodedEvent event) {
        Told told = ledger.toldBy(event);
        if (told.fact() instanceof Fact.Ended) {
            world.step();
            String before = lines.putIfAbsent(event.subject(), event.id());
            Promise.I3.keep(before == null || before.equals(event.id()), "two ends of " + event.subject());
            world.tell(() -> "the line of " + event.subject() + " is written");
        }
    }

    private void close(EncodedEvent event) {
        Told told = ledger.toldBy(event);
        if (told.fact() instanceof Fact.Ended) {
            world.step();
            closed.add(event.subject());
            present.remove(event.subject());
        }
    }

    /** A device that may join does so, unless the session is closed. */
    void join(String callId, Actor device) {
        if (!closed.contains(callId)) {
            present.computeIfAbsent(callId, _ -> new HashSet<>()).add(device);
        }
    }

    private void notifyInOrder(List<EncodedEvent> batch) {
        if (world.has(Mutant.RAISE_LAST_BEFORE_THE_EFFECT)) {
            List<EncodedEvent> admitted =
                    batch.stream().filter(this::isAdmitted).toList();
            admitted.forEach(this::raise);
            admitted.forEach(this::carryOutLater);
            return;
        }
        for (EncodedEvent event : batch) {
            if (isAdmitted(event)) {
                carryOutLater(event);
                world.step();
                raise(event);
            }
        }
    }

    private void carryOutLater(EncodedEvent event) {
        world.step();
        carryOut(event);
    }

    private boolean isAdmitted(EncodedEvent event) {
        boolean admitted = GUARD.admits(last.getOrDefault(event.subject(), 0L), event.sequence());
        if (!admitted) {
            ledger.dropped(event);
        }
        return admitted;
    }

    private void raise(EncodedEvent event) {
        last.merge(event.subject(), event.sequence(), Math::max);
    }

    private void carryOut(EncodedEvent event) {
        Told told = ledger.toldBy(event);
        Call call = told.call();
        switch (told.fact()) {
            case Fact.Initiated _
            when !call.silent() && world.now().isBefore(call.ringDeadline()) ->
                devicesOf(call).forEach(device -> ring(call.id(), device));
            case Fact.Answered _, Fact.Ended _ -> devicesOf(call).forEach(device -> silence(call.id(), device));
            case Fact.Initiated _,
                    Fact.Alerting _,
                    Fact.Ready _,
                    Fact.Waiting _,
                    Fact.Connected _,
                    Fact.Moved _,
                    Fact.EvidenceWanted _ -> {}
        }
        ledger.handled(event);
    }

    private static Stream<Actor> devicesOf(Call call) {
        return Stream.of("phone", "tablet")
                .map(device -> new Actor(call.parties().calleeId(), device));
    }

    private void ring(String callId, Actor device) {
        if (rung.computeIfAbsent(callId, _ -> new HashSet<>()).add(device)) {
            Promise.I5.keep(!stopped.getOrDefault(callId, nobody).contains(device), callId);
            world.tell(() -> "%s/%s rings for %s".formatted(device.userId(), device.deviceId(), callId));
        }
    }

    private void silence(String callId, Actor device) {
        if (stopped.computeIfAbsent(callId, _ -> new HashSet<>()).add(device)) {
            world.tell(() -> "%s/%s is told to stop for %s".formatted(device.userId(), device.deviceId(), callId));
        }
    }

    /** Who is in the session of the call, as far as the media provider knows. */
    Set<Actor> presentIn(String callId) {
        return present.getOrDefault(callId, nobody);
    }

    /** Everything that their effects left behind. */
    List<Object> traces() {
        return List.of(Map.copyOf(lines), copyOf(rung), copyOf(stopped), copyOf(present), Map.copyOf(last));
    }

    private static Map<String, Set<Actor>> copyOf(Map<String, Set<Actor>> devices) {
        Map<String, Set<Actor>> copy = new HashMap<>();
        devices.forEach((call, each) -> copy.put(call, Set.copyOf(each)));
        return copy;
    }

    /** What must be true when everything has been read. */
    void checkEnd(Call call) {
        Promise.I3.keep(lines.containsKey(call.id()), "no line of " + call);
        Promise.I6.keep(
                stopped.getOrDefault(call.id(), nobody).containsAll(rung.getOrDefault(call.id(), nobody)),
                "devices ring on for " + call);
    }
}
