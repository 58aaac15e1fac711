package dev.ringline.local;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Kafka and MongoDB of somebody else, named by the environment, that are used in the place of ours.
 *
 * @param kafka bootstrap servers
 * @param mongodb connection string; its database is replaced by each service's own
 */
record Stores(Optional<String> kafka, Optional<String> mongodb) {

    private static final Pattern CONNECTION = Pattern.compile("(mongodb(?:\\+srv)?://[^/?]+)(?:/[^?]*)?(\\?.*)?");

    Stores {
        mongodb.filter(uri -> !CONNECTION.matcher(uri).matches()).ifPresent(uri -> {
            throw new IllegalArgumentException("RINGLINE_MONGODB_URI is no MongoDB connection string.");
        });
    }

    static Stores of(Map<String, String> environment) {
        return new Stores(
                Optional.ofNullable(environment.get("RINGLINE_KAFKA")),
                Optional.ofNullable(environment.get("RINGLINE_MONGODB_URI")));
    }

    /** The named MongoDB's address of a database. */
    Optional<String> database(String name) {
        return mongodb.map(
                uri -> CONNECTION.matcher(uri).replaceFirst(found -> group(found, 1) + "/" + name + group(found, 2)));
    }

    private static String group(MatchResult found, int number) {
        return Objects.requireNonNullElse(found.group(number), "");
    }
}
