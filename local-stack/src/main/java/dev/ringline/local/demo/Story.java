package dev.ringline.local.demo;

import dev.ringline.local.machine.Console;
import java.util.Locale;

/** Tells what happens, with the milliseconds since the dial. */
final class Story {

    private volatile long dialNanos = System.nanoTime();

    /** The time starts now. */
    void dialled() {
        dialNanos = System.nanoTime();
    }

    void tell(String who, String what) {
        tell(System.nanoTime(), who, what);
    }

    void tell(User who, Frame frame) {
        if (!frame.event().equals("snapshot")) {
            tell(frame.receivedNanos(), who.name(), "   sees " + frame.event() + detail(frame));
        }
    }

    static String milliseconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }

    private void tell(long nanos, String who, String what) {
        Console.say(String.format(Locale.ROOT, "%9.1f ms  %-10s %s", (nanos - dialNanos) / 1e6, who, what));
    }

    private static String detail(Frame frame) {
        var data = frame.data();
        return switch (frame.event()) {
            case "call.incoming" ->
                ": %s call, rings %d s"
                        .formatted(
                                data.path("media").asString(),
                                Math.round(data.path("ringRemainingMs").asLong() / 1000.0));
            case "call.ended", "call.stopped" -> ": " + data.path("reason").asString();
            default -> "";
        };
    }
}
