package dev.ringline.local.command;

import dev.ringline.local.Home;
import dev.ringline.local.machine.Console;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The program behind {@code ./ringline up}, {@code down} and {@code status}. Arguments: the root of the source tree, the
 * command, its options. Exit 0 when what was asked for is so.
 */
final class LocalStack {

    private static final int FAILED = 1;

    private LocalStack() {}

    public static void main(String[] arguments) {
        int exit;
        try {
            exit = run(
                    Home.of(Path.of(arguments[0])),
                    arguments[1],
                    Arrays.asList(arguments).subList(2, arguments.length));
        } catch (IllegalStateException | IllegalArgumentException e) {
            Console.complain(String.valueOf(e.getMessage()));
            exit = FAILED;
        }
        System.exit(exit);
    }

    private static int run(Home home, String command, List<String> options) {
        return switch (command) {
            case "up" -> new Up(home, UpOptions.parse(options, System.getenv())).run();
            case "down" -> new Down(home, wipes(options)).run();
            case "status" -> statusOf(home, options);
            default -> throw new IllegalArgumentException("There is no command " + command + ".");
        };
    }

    private static boolean wipes(List<String> options) {
        if (!List.of("--wipe").containsAll(options)) {
            throw new IllegalArgumentException(
                    "down takes --wipe and nothing else, not " + String.join(" ", options) + ".");
        }
        return !options.isEmpty();
    }

    private static int statusOf(Home home, List<String> options) {
        if (!options.isEmpty()) {
            throw new IllegalArgumentException("status takes no options, not " + String.join(" ", options) + ".");
        }
        return new Status(home).run();
    }
}
