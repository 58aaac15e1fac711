package dev.ringline.local.mongodb;

import dev.ringline.local.machine.Command;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** What {@code mongod --version} says. */
public record MongodVersion(int major, String text) {

    private static final Pattern LINE = Pattern.compile("db version v((\\d+)\\.\\S+)");
    private static final int OLDEST = 6;

    /** Empty when the program does not run on this machine. */
    public static Optional<MongodVersion> of(Path program) {
        return parse(Command.run(program.toString(), "--version").output());
    }

    static Optional<MongodVersion> parse(String output) {
        var line = LINE.matcher(output);
        return line.find()
                ? Optional.of(new MongodVersion(Integer.parseInt(line.group(2)), line.group(1)))
                : Optional.empty();
    }

    boolean isEnough() {
        return major >= OLDEST;
    }
}
