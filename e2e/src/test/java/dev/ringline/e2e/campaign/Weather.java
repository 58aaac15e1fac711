package dev.ringline.e2e.campaign;

import dev.ringline.e2e.stage.MongoSet;
import dev.ringline.e2e.stage.Stage;
import dev.ringline.local.machine.Condition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** What befalls the stores, the network and the processes, one thing after the other, and all of it at least once. */
final class Weather implements Runnable {

    /** Longer than the lease of a sweep, and than a consumer may be silent. */
    private static final Duration STOPPED = Duration.ofSeconds(7);

    private static final Duration CALM = Duration.ofSeconds(1);

    private final Stage stage;
    private final Toll toll;
    private final Random random;
    private final List<String> surprises = new CopyOnWriteArrayList<>();

    Weather(Stage stage, Toll toll, Random random) {
        this.stage = stage;
        this.toll = toll;
        this.random = random;
    }

    /** What must not have happened meanwhile. */
    List<String> surprises() {
        return surprises;
    }

    @Override
    public void run() {
        int kinds = inAnyOrder().size();
        var events = Stream.generate(this::inAnyOrder).flatMap(List::stream).iterator();
        for (int happened = 0; happened < kinds || !toll.isEnough(); happened++) {
            events.next().run();
            pause(CALM);
        }
    }

    private List<Runnable> inAnyOrder() {
        List<Runnable> all = new ArrayList<>(List.of(
                this::stepDown,
                this::killPrimary,
                this::killSecondary,
                this::killSecondary,
                this::cutConnections,
                this::stopAndGoOn,
                this::restartBroker,
                this::killProvisioner,
                this::isolatePrimary));
        Collections.shuffle(all, random);
        return all;
    }

    private void stepDown() {
        mongodb().stepDown();
        toll.did("step-down of the primary");
    }

    private void killPrimary() {
        var primary = mongodb().primary();
        primary.kill();
        toll.killed("primary");
        mongodb().startAgain(primary);
    }

    private void killSecondary() {
        var secondaries = mongodb().secondaries();
        var one = secondaries.get(random.nextInt(secondaries.size()));
        one.kill();
        toll.killed("secondary");
        mongodb().startAgain(one);
    }

    private void cutConnections() {
        mongodb().primary().cutAtNextReply();
        toll.did("cut of every connection to the primary with a reply on its way");
    }

    private void stopAndGoOn() {
        var replica = stage.calls().get(random.nextInt(stage.calls().size()));
        replica.pause();
        toll.did("stop for longer than a lease");
        pause(STOPPED);
        replica.resume();
    }

    private void restartBroker() {
        stage.kafka().stop();
        toll.did("restart of the broker");
        stage.kafka().start();
    }

    private void killProvisioner() {
        stage.provisioner().kill();
        toll.killed("meeting-provisioner");
        stage.provisioner().startAgain();
    }

    private void isolatePrimary() {
        surprises.addAll(new IsolatedPrimary(stage, random.nextInt(Integer.MAX_VALUE)).run());
        toll.did("isolated primary with writes in flight");
    }

    private MongoSet mongodb() {
        return stage.mongodb();
    }

    private static void pause(Duration time) {
        Condition.within(time, () -> false);
    }
}
