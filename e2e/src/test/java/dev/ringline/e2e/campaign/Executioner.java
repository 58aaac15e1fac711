package dev.ringline.e2e.campaign;

import dev.ringline.e2e.stage.Replica;
import java.time.Duration;
import java.util.List;

/**
 * Lets the given replicas of one service die in turn, at every crash point of it; where a point is not reached in time,
 * {@code kill -9} does it, and the point is tried again later.
 */
record Executioner(List<Replica> replicas, Sentences sentences, Toll toll) implements Runnable {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    @Override
    public void run() {
        for (int turn = 0; !toll.isEnough(); turn++) {
            var victim = replicas.get(turn % replicas.size());
            execute(victim);
            victim.startAgain();
        }
    }

    private void execute(Replica victim) {
        var sentence = sentences.next();
        victim.order(sentence.order());
        victim.settled(PATIENCE, () -> false);
        if (victim.hasObeyed()) {
            toll.reached(sentence.point());
        } else {
            toll.missed(sentence.point(), victim.module());
            sentences.putOff(sentence);
        }
    }
}
