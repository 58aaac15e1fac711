package dev.ringline.local.command;

import dev.ringline.local.Addresses;
import dev.ringline.local.Home;
import dev.ringline.local.Stack;
import dev.ringline.local.machine.Console;
import dev.ringline.local.machine.LogTail;
import dev.ringline.local.machine.TextFile;
import dev.ringline.local.part.Part;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The process that holds the stack: it stays until it is told to end, and then ends every part. */
final class Launcher {

    static final String NAME = "launcher";

    private static final long LOOK_EVERY_MS = 500;
    private static final int TAIL = 15;

    private final Home home;
    private final Stack stack;
    private final Set<Long> reported = new HashSet<>();
    private volatile boolean ending;

    Launcher(Home home, Addresses addresses) {
        this.home = home;
        this.stack = Stack.in(home.root(), home.folder(), addresses, Guide::ready);
    }

    /** Returns only when the start failed; what did start is ended as this JVM ends. */
    int run() {
        TextFile.write(home.portBase(), Integer.toString(stack.addresses().base()));
        home.pid(NAME).write(ProcessHandle.current());
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end-of-the-stack"));
        try {
            stack.start();
        } catch (RuntimeException e) {
            Console.complain("The stack did not start. " + e.getMessage());
            return 1;
        }
        new CurlHeaders(home, stack.addresses()).write();
        Guide.allReady(stack.addresses());
        TextFile.write(home.ready(), "");
        return stay();
    }

    private int stay() {
        try (var watch = Executors.newSingleThreadScheduledExecutor()) {
            var rounds = watch.scheduleWithFixedDelay(
                    this::lookAfterParts, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
            new CountDownLatch(1).await();
            rounds.cancel(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private void lookAfterParts() {
        for (var part : stack.parts()) {
            part.process().filter(process -> !process.isAlive()).ifPresent(dead -> reportDeath(part, dead));
            if (Files.exists(home.again(part.name()))) {
                startAgain(part);
            }
        }
    }

    private void startAgain(Part part) {
        try {
            stack.restart(part.name());
        } catch (RuntimeException e) {
            Console.complain(String.valueOf(e.getMessage()));
        } finally {
            TextFile.delete(home.again(part.name()));
        }
    }

    private void reportDeath(Part part, ProcessHandle dead) {
        if (!ending && reported.add(dead.pid())) {
            Console.complain("%s died. It stays down until ./ringline up starts it again. The end of %s:%n%s"
                    .formatted(part.name(), home.log(part.name()), LogTail.of(home.log(part.name()), TAIL)));
        }
    }

    private void end() {
        ending = true;
        Console.say("Ending Ringline ...");
        stack.close();
        TextFile.delete(home.ready());
        home.pid(NAME).delete();
    }
}
