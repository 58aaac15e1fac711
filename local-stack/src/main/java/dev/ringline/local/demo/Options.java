package dev.ringline.local.demo;

import java.util.List;

/** Command line options of the form {@code --name value}. */
final class Options {

    private Options() {}

    static String value(List<String> options, String name, String otherwise) {
        var position = options.indexOf(name);
        if (position < 0) {
            return otherwise;
        }
        if (position + 1 == options.size()) {
            throw new IllegalArgumentException(name + " needs a value.");
        }
        return options.get(position + 1);
    }

    /** A number from 0 on. */
    static int number(List<String> options, String name) {
        var text = value(options, name, "0");
        if (!text.matches("\\d{1,6}")) {
            throw new IllegalArgumentException(name + " must be a number up to 999999, but is " + text + ".");
        }
        return Integer.parseInt(text);
    }
}
