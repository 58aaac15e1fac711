package dev.ringline.e2e.push;

import dev.ringline.e2e.push.ToldCall.Callee;
import dev.ringline.local.machine.Condition;
import dev.ringline.testkit.EventProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Calls that begin at a steady rate and take every course; some of their records come again, at once or out of order. */
final class Callers implements AutoCloseable {

    private static final Duration GAP = Duration.ofMillis(800);
    private static final Duration LONG_RING = Duration.ofSeconds(25);

    /** Longer than it takes until somebody else has the partitions of a dead replica. */
    private static final Duration UNANSWERED_RING = Duration.ofSeconds(10);

    private static final Duration SHORT_RING = Duration.ofSeconds(3);

    private final EventProbe broker;
    private final List<Callee> callees;
    private final Random random;
    private final List<ToldCall> calls = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Callers(EventProbe broker, List<Callee> callees, Random random) {
        this.broker = broker;
        this.callees = callees;
        this.random = random;
    }

    static Callers begin(EventProbe broker, List<Callee> callees, Random random) {
        var callers = new Callers(broker, callees, random);
        var _ = callers.clock.scheduleAtFixedRate(callers::dial, 0, GAP.toMillis(), TimeUnit.MILLISECONDS);
        return callers;
    }

    /** Returns when the last call is over. */
    void finish() {
        clock.shutdownNow();
        threads.close();
    }

    List<Rung> calls() {
        return calls.stream().map(ToldCall::rung).toList();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        threads.shutdownNow();
    }

    private void dial() {
        var callee = callees.get(calls.size() % callees.size());
        var course = new Random(random.nextLong());
        List<Consumer<Course>> courses = List.of(
                Course::answered,
                Course::declined,
                Course::cancelledAtOnce,
                Course::cancelled,
                Course::unanswered,
                Course::tooShort);
        var chosen = courses.get(course.nextInt(courses.size()));
        threads.execute(() -> {
            var one = new Course(callee, course);
            chosen.accept(one);
            one.repeat();
        });
    }

    /** What becomes of one call. */
    private final class Course {

        private final Callee callee;
        private final Random chance;
        private final List<ProducerRecord<String, byte[]>> late = new ArrayList<>();

        private Course(Callee callee, Random chance) {
            this.callee = callee;
            this.chance = chance;
        }

        private void answered() {
            var call = ringing(LONG_RING);
            within(8_000);
            call.answer();
            within(1_000);
            call.hangUp();
        }

        private void declined() {
            var call = ringing(LONG_RING);
            within(8_000);
            call.decline();
        }

        private void cancelledAtOnce() {
            var call = dialled(LONG_RING);
            within(100);
            call.cancel();
        }

        private void cancelled() {
            var call = ringing(LONG_RING);
            within(8_000);
            call.cancel();
        }

        private void unanswered() {
            var call = ringing(UNANSWERED_RING);
            pause(UNANSWERED_RING);
            call.ringOut();
        }

        private void tooShort() {
            var call = ringing(SHORT_RING);
            pause(SHORT_RING);
            call.ringOut();
        }

        /** More happens while it rings, which concerns no ring. */
        private ToldCall ringing(Duration ring) {
            var call = dialled(ring);
            within(200);
            call.beReady();
            if (chance.nextBoolean()) {
                within(200);
                call.alert();
            }
            return call;
        }

        private ToldCall dialled(Duration ring) {
            var call = new ToldCall(callee, ring, this::send);
            calls.add(call);
            call.initiate();
            return call;
        }

        /** Every second record comes again as it was, at once or when the call is over. */
        private void send(ProducerRecord<String, byte[]> record) {
            broker.send(record);
            switch (chance.nextInt(4)) {
                case 0 -> broker.send(record);
                case 1 -> late.add(record);
                default -> {}
            }
        }

        private void repeat() {
            late.forEach(broker::send);
        }

        private void within(int millis) {
            pause(Duration.ofMillis(chance.nextInt(millis)));
        }
    }

    private static void pause(Duration time) {
        Condition.within(time, () -> false);
    }
}
