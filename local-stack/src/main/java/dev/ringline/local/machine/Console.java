package dev.ringline.local.machine;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What people read; logs go elsewhere. */
public final class Console {

    private static final PrintStream OUT = System.out;
    private static final PrintStream ERRORS = System.err;

    private Console() {}

    public static void say(String text) {
        OUT.println(text);
    }

    /** For what went wrong; standard output stays clean. */
    public static void complain(String text) {
        ERRORS.println(text);
    }

    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
