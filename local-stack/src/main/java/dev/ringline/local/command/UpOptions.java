package dev.ringline.local.command;

import dev.ringline.local.Addresses;
import java.util.List;
import java.util.Map;

/**
 * How {@code up} was asked.
 *
 * @param detached return when ready, instead of staying
 */
record UpOptions(boolean detached, Addresses addresses) {

    private static final String PORT_BASE = "--port-base";

    /** {@code --port-base} wins over {@code RINGLINE_PORT_BASE}. */
    static UpOptions parse(List<String> options, Map<String, String> environment) {
        var detached = options.contains("-d") || options.contains("--detach");
        return new UpOptions(detached, new Addresses(number(base(options, environment))));
    }

    private static String base(List<String> options, Map<String, String> environment) {
        var position = options.indexOf(PORT_BASE);
        if (position < 0) {
            return environment.getOrDefault("RINGLINE_PORT_BASE", Integer.toString(Addresses.DEFAULT_BASE));
        }
        if (position + 1 == options.size()) {
            throw new IllegalArgumentException(PORT_BASE + " needs a number.");
        }
        return options.get(position + 1);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The port base must be a number, but is " + text + ".", e);
        }
    }
}
