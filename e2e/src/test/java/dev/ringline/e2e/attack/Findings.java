package dev.ringline.e2e.attack;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What an attack found.
 *
 * @param failures by operation, such as {@code GET /v1/calls}: the kinds of what is wrong with it
 * @param errors why requests could not be made or sent
 * @param requests how many were sent
 * @param output all of it for people, with the request that shows each
 */
record Findings(Map<String, TreeSet<String>> failures, List<String> errors, int requests, String output) {

    static Findings of(JsonNode report, String output) {
        var failures = new TreeMap<String, TreeSet<String>>();
        report.path("failures")
                .forEach(failure -> failure.path("operations")
                        .forEach(operation -> failures.computeIfAbsent(operation.asString(), first -> new TreeSet<>())
                                .add(failure.path("title").asString())));
        var errors = report.path("errors").valueStream().map(JsonNode::toString).toList();
        return new Findings(failures, errors, report.at("/test_cases/generated").asInt(), output);
    }
}
