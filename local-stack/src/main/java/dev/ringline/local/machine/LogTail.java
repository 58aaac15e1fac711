package dev.ringline.local.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log file: what somebody wants to see of a part that died. */
public final class LogTail {

    private LogTail() {}

    /** At most {@code count} lines; an absent file has none. */
    public static String of(Path file, int count) {
        return String.join("\n", lines(file, count));
    }

    private static List<String> lines(Path file, int count) {
        try {
            var all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return all.subList(Math.max(0, all.size() - count), all.size());
        } catch (IOException absent) {
            return List.of();
        }
    }
}
