package dev.ringline.e2e.campaign;

import dev.ringline.e2e.crash.CrashPoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;

/** The crash points of one service in the order of chance, over and over. */
final class Sentences {

    private static final int MOST_TIMES = 2;

    private final String module;
    private final Random random;
    private final Queue<Sentence> waiting = new ArrayDeque<>();

    Sentences(String module, Random random) {
        this.module = module;
        this.random = random;
    }

    /** @param times the process dies when it comes to the point for the so-manieth time */
    record Sentence(CrashPoint point, int times) {

        String order() {
            return point.order(times);
        }
    }

    synchronized Sentence next() {
        if (waiting.isEmpty()) {
            List<CrashPoint> all = new ArrayList<>(CrashPoint.of(module));
            Collections.shuffle(all, random);
            all.forEach(point -> waiting.add(new Sentence(point, 1 + random.nextInt(MOST_TIMES))));
        }
        return waiting.remove();
    }

    /** It was not reached in time: the next time the first time is enough. */
    synchronized void putOff(Sentence sentence) {
        waiting.add(new Sentence(sentence.point(), 1));
    }
}
