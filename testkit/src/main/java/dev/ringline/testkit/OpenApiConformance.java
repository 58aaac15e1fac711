package dev.ringline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds a service's OpenAPI document and the requests that it really serves together, in both directions. */
public final class OpenApiConformance {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private OpenApiConformance() {}

    /**
     * Fails when a request is served but not described, or described but not served.
     *
     * @param service names the document, {@code openapi/<service>.yaml} on the class path
     * @param served such as {@code GET /v1/calls/{callId}}
     */
    public static void check(String service, Collection<String> served) {
        var plain = served.stream().map(request -> request.replaceAll("\\{(\\w+):[^}]*}", "{$1}"));
        assertThat(plain).as("requests of " + service).containsExactlyInAnyOrderElementsOf(described(service));
    }

    static Set<String> described(String service) {
        var requests = new TreeSet<String>();
        document(service)
                .path("paths")
                .forEachEntry((path, item) -> item.propertyNames().stream()
                        .filter(METHODS::contains)
                        .forEach(method -> requests.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return requests;
    }

    private static JsonNode document(String service) {
        var name = "/openapi/" + service + ".yaml";
        try (var content = OpenApiConformance.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new AssertionError("No " + name + " on the class path");
            }
            return new YAMLMapper().readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}
