package dev.ringline.local.demo;

import dev.ringline.local.machine.Console;
import java.net.http.HttpClient;
import java.util.List;

/**
 * The program behind {@code ./ringline demo}. Options: {@code --url} of the gateway, {@code --identity} provider,
 * {@code --calls} how many calls to measure after the one that is shown. Exit 0 only if all of it happened.
 */
final class Demo {

    private Demo() {}

    public static void main(String[] arguments) {
        var options = List.of(arguments);
        var exit = 1;
        try (var client = HttpClient.newHttpClient()) {
            run(Target.parse(options), Options.number(options, "--calls"), client);
            exit = 0;
        } catch (IllegalStateException | IllegalArgumentException e) {
            Console.complain(String.valueOf(e.getMessage()));
        }
        System.exit(exit);
    }

    private static void run(Target target, int calls, HttpClient client) {
        WholeCall.run(target, client);
        if (calls > 0) {
            ManyCalls.run(calls, target, client);
        }
    }
}
