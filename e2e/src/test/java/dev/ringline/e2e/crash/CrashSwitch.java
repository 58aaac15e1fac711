package dev.ringline.e2e.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Halts the JVM at the first of the places that a file orders, one in a line, as {@code kill -9} would. It is copied into the applications and must stand
 * alone; without the file's name in a system property it does nothing.
 */
public final class CrashSwitch {

    /** The system property that names the file. */
    public static final String FILE = "ringline.crash.file";

    /** What the file says when the point was reached, for whoever gave the order. */
    public static final String REACHED = "reached ";

    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(20);

    private static volatile List<Order> orders = List.of();

    static {
        var file = System.getProperty(FILE);
        if (file != null) {
            Thread.ofPlatform().name("crash-switch").daemon().start(() -> watch(Path.of(file)));
        }
    }

    private CrashSwitch() {}

    /** @param within what must be on the stack; empty for anything */
    private record Order(String text, String site, String within, AtomicInteger remaining) {

        private static final Order NONE = new Order("", "", "", new AtomicInteger());

        static Order of(String text) {
            var words = text.split(" ", 3);
            return words.length < 3
                    ? NONE
                    : new Order(text, words[1], words[2], new AtomicInteger(Integer.parseInt(words[0])));
        }

        boolean isDue(String reached) {
            return site.equals(reached) && isOnItsWay() && remaining.decrementAndGet() == 0;
        }

        private boolean isOnItsWay() {
            return within.isEmpty()
                    || StackWalker.getInstance()
                            .walk(frames -> frames.map(frame -> frame.getClassName() + "#" + frame.getMethodName())
                                    .anyMatch(frame -> frame.startsWith(within)));
        }
    }

    /** The woven call: the execution is at this place now. */
    public static void reached(String site) {
        for (var order : orders) {
            if (order.isDue(site)) {
                halt(order);
            }
        }
    }

    private static void halt(Order order) {
        try {
            Files.writeString(Path.of(System.getProperty(FILE)), REACHED + order.text());
        } catch (IOException untold) {
            throw new IllegalStateException("Nobody would know of this crash", untold);
        }
        Runtime.getRuntime().halt(1);
    }

    private static void watch(Path file) {
        var known = "";
        while (!Thread.currentThread().isInterrupted()) {
            try {
                var text = Files.exists(file) ? Files.readString(file) : "";
                if (!text.equals(known)) {
                    known = text;
                    orders = text.startsWith(REACHED)
                            ? List.of()
                            : text.lines().map(Order::of).toList();
                }
            } catch (IOException beingWritten) {
                // the next look reads it
            }
            LockSupport.parkNanos(LOOK_EVERY);
        }
    }
}
